using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CommunityBot.IntegrationTests.Storage;

/// <summary>
/// A disk that forgets what was not synced when its power is cut: what SQLite writes to files in its folder is remembered as written, and as durable once the file was synced
/// (<see href="https://www.sqlite.org/vfs.html">a VFS</see> around the usual one, named <see cref="Vfs"/> in a connection string). Of what was not synced some survives, in any order and in pieces of a sector.
/// </summary>
/// <remarks>
/// Names of files are taken to be durable: SQLite syncs the folder when it syncs a journal that it has made, and deletes one only when nothing depends on it. Not simulated are a disk that lies about having
/// synced, and one that spoils what it was not told to write. The shared index of the log is memory and is gone.
/// </remarks>
internal sealed unsafe class LossyDisk
{
    /// <summary>The name by which connections ask for it.</summary>
    public const string Vfs = "lossy";

    /// <summary>What a disk writes whole or not at all.</summary>
    private const int Sector = 512;

    private const int Done = 0;

    private const int Failed = 10;

    private static readonly ConcurrentDictionary<string, LossyDisk> Disks = new();

    private static readonly ConcurrentDictionary<nint, (LossyDisk Disk, Image Image, nint Usual)> Open = new();

    /// <summary>Tables of methods with those in it that are watched, by the usual table.</summary>
    private static readonly ConcurrentDictionary<nint, nint> Watched = new();

    private static readonly UsualVfs* Usual = Register();

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Image> _images = [];
    private Action? _cut;
    private int _stepsLeft;
    private bool _isCut;

    /// <summary>A disk for the files of a folder. What is in it is durable.</summary>
    public LossyDisk(string folder)
    {
        Assert.True(Usual is not null);
        Disks[folder] = this;
    }

    /// <summary>Writes that had not been synced when the power was cut.</summary>
    public int NotSynced { get; private set; }

    /// <summary>Cuts the power before the so many-th write or sync from now: from then on each of them fails.</summary>
    /// <param name="steps">How many.</param>
    /// <param name="random">What of that which was not synced survives.</param>
    /// <param name="folder">Where the files are put as they are found afterwards.</param>
    /// <param name="cut">Hears of it while the disk stands still.</param>
    public void CutAfter(int steps, Random random, string folder, Action cut)
    {
        lock (_gate)
        {
            _stepsLeft = steps;
            _cut = () =>
            {
                NotSynced = _images.Values.Sum(image => image.Pending);
                foreach (var (path, image) in _images.Where(pair => pair.Value.Exists))
                {
                    File.WriteAllBytes(Path.Combine(folder, Path.GetFileName(path)), image.After(random));
                }

                cut();
            };
        }
    }

    /// <summary>Cuts the power now, if it is not yet.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _stepsLeft = 0;
            TryStep(() => { });
        }
    }

    private static UsualVfs* Register()
    {
        var usual = Find(null);
        var lossy = (UsualVfs*)NativeMemory.Alloc((nuint)sizeof(UsualVfs));
        *lossy = *usual;
        lossy->Name = (byte*)Marshal.StringToCoTaskMemUTF8(Vfs);
        lossy->Open = &OnOpen;
        lossy->Delete = &OnDelete;
        Assert.Equal(Done, Add(lossy, isDefault: 0));
        return usual;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnOpen(UsualVfs* vfs, byte* name, nint file, int flags, int* outFlags)
    {
        var status = Usual->Open(vfs, name, file, flags, outFlags);
        if (status == Done && Marshal.PtrToStringUTF8((nint)name) is { } path && Disks.TryGetValue(Path.GetDirectoryName(path)!, out var disk))
        {
            var usual = *(nint*)file;
            Open[file] = (disk, disk.ImageOf(path), usual);
            *(nint*)file = Watched.GetOrAdd(usual, Watch);
        }

        return status;
    }

    private static nint Watch(nint usual)
    {
        var watched = (Methods*)NativeMemory.Alloc((nuint)sizeof(Methods));
        *watched = *(Methods*)usual;
        watched->Close = &OnClose;
        watched->Write = &OnWrite;
        watched->Truncate = &OnTruncate;
        watched->Sync = &OnSync;
        return (nint)watched;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnDelete(UsualVfs* vfs, byte* name, int syncFolder)
    {
        var path = Marshal.PtrToStringUTF8((nint)name)!;
        if (Disks.TryGetValue(Path.GetDirectoryName(path)!, out var disk))
        {
            if (!disk.TryStep(() => disk._images.Remove(path)))
            {
                return Failed;
            }
        }

        return Usual->Delete(vfs, name, syncFolder);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnClose(nint file) => Open.TryRemove(file, out var open) ? ((Methods*)open.Usual)->Close(file) : Failed;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnWrite(nint file, void* bytes, int length, long offset)
    {
        var (disk, image, usual) = Open[file];
        return disk.TryStep(image, new(offset, new Span<byte>(bytes, length).ToArray())) ? ((Methods*)usual)->Write(file, bytes, length, offset) : Failed;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnTruncate(nint file, long length)
    {
        var (disk, image, usual) = Open[file];
        return disk.TryStep(image, new(length, null)) ? ((Methods*)usual)->Truncate(file, length) : Failed;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int OnSync(nint file, int flags)
    {
        var (disk, image, _) = Open[file];
        return disk.TryStep(image.Sync) ? Done : Failed;
    }

    private bool TryStep(Image image, Change change) => TryStep(() => image.Add(change));

    private bool TryStep(Action step)
    {
        lock (_gate)
        {
            if (!_isCut && _cut is not null && _stepsLeft-- <= 0)
            {
                _isCut = true;
                _cut();
            }

            if (!_isCut)
            {
                step();
            }

            return !_isCut;
        }
    }

    private Image ImageOf(string path)
    {
        lock (_gate)
        {
            if (!_images.TryGetValue(path, out var image))
            {
                _images.Add(path, image = new(File.ReadAllBytes(path)));
            }

            return image;
        }
    }

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_find", CallingConvention = CallingConvention.Cdecl)]
    private static extern UsualVfs* Find(byte* name);

    [DllImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register", CallingConvention = CallingConvention.Cdecl)]
    private static extern int Add(UsualVfs* vfs, int isDefault);

    /// <summary>Bytes at an offset, or a new length.</summary>
    private sealed record Change(long Offset, byte[]? Bytes)
    {
        public void ApplyTo(MemoryStream content)
        {
            if (Bytes is null)
            {
                content.SetLength(Offset);
                return;
            }

            content.Position = Offset;
            content.Write(Bytes);
        }

        /// <summary>What of it a disk may have done.</summary>
        public IEnumerable<Change> Pieces() =>
            Bytes is null ? [this] : Bytes.Chunk(Sector).Select((piece, at) => new Change(Offset + (at * Sector), piece));
    }

    private sealed class Image(byte[] durable)
    {
        private readonly MemoryStream _durable = Expandable(durable);
        private readonly List<Change> _pending = [];

        public int Pending => _pending.Count;

        /// <summary>Whether it was ever synced; what was not may as well be missing.</summary>
        public bool Exists { get; private set; } = durable.Length > 0;

        public void Add(Change change) => _pending.Add(change);

        public void Sync()
        {
            _pending.ForEach(change => change.ApplyTo(_durable));
            _pending.Clear();
            Exists = true;
        }

        /// <summary>What is found when the power is back.</summary>
        public byte[] After(Random random)
        {
            var content = Expandable(_durable.ToArray());
            var share = random.NextDouble();
            Change[] pieces = [.. _pending.SelectMany(change => change.Pieces()).Where(_ => random.NextDouble() < share)];
            random.Shuffle(pieces);
            Array.ForEach(pieces, piece => piece.ApplyTo(content));
            return content.ToArray();
        }

        private static MemoryStream Expandable(byte[] bytes)
        {
            var content = new MemoryStream();
            content.Write(bytes);
            return content;
        }
    }

    /// <summary><see href="https://www.sqlite.org/c3ref/vfs.html">sqlite3_vfs</see>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct UsualVfs
    {
        public int Version;
        public int FileSize;
        public int MostPath;
        public UsualVfs* Next;
        public byte* Name;
        public void* AppData;
        public delegate* unmanaged[Cdecl]<UsualVfs*, byte*, nint, int, int*, int> Open;
        public delegate* unmanaged[Cdecl]<UsualVfs*, byte*, int, int> Delete;
        public Rest14 Others;
    }

    /// <summary><see href="https://www.sqlite.org/c3ref/io_methods.html">sqlite3_io_methods</see>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    private struct Methods
    {
        public int Version;
        public delegate* unmanaged[Cdecl]<nint, int> Close;
        public void* Read;
        public delegate* unmanaged[Cdecl]<nint, void*, int, long, int> Write;
        public delegate* unmanaged[Cdecl]<nint, long, int> Truncate;
        public delegate* unmanaged[Cdecl]<nint, int, int> Sync;
        public Rest13 Others;
    }

    [InlineArray(14)]
    private struct Rest14
    {
        private nint _first;
    }

    [InlineArray(13)]
    private struct Rest13
    {
        private nint _first;
    }
}
