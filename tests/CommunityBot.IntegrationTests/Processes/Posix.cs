using System.ComponentModel;
using System.Runtime.InteropServices;

namespace CommunityBot.IntegrationTests.Processes;

/// <summary>What the operating system does to another process.</summary>
internal static class Posix
{
    private const int SigTerm = 15;

    private const int FileSize = 1;

    private const uint OwnerOnly = 0b110_000_000;

    /// <summary>Asks a process to end, as <c>kill</c> does and whatever runs services.</summary>
    public static void Terminate(int process) => Signal(process, SigTerm);

    /// <summary>Sends a process a signal.</summary>
    public static void Signal(int process, int signal) => Check(Kill(process, signal));

    /// <summary>
    /// Lets a process write no file beyond a size, or any again if null. To the process a full disk looks much the same, and nobody else has one. It must ignore
    /// the signal that comes with it.
    /// </summary>
    public static void LimitFiles(int process, long? bytes)
    {
        Check(GetLimit(process, FileSize, 0, out var limit));
        limit.Soft = bytes is { } some ? (ulong)some : limit.Hard;
        Check(SetLimit(process, FileSize, in limit, 0));
    }

    /// <summary>Makes a file that whoever opens it to read waits at, until somebody opens it to write.</summary>
    public static void MakePipe(string path) => Check(MakeFifo(path, OwnerOnly));

    private static void Check(int result)
    {
        if (result != 0)
        {
            throw new Win32Exception();
        }
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int process, int signal);

    [DllImport("libc", EntryPoint = "mkfifo", SetLastError = true, CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true)]
    private static extern int MakeFifo(string path, uint mode);

    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    private static extern int GetLimit(int process, int resource, nint none, out Limit limit);

    [DllImport("libc", EntryPoint = "prlimit", SetLastError = true)]
    private static extern int SetLimit(int process, int resource, in Limit limit, nint none);

    [StructLayout(LayoutKind.Sequential)]
    private struct Limit
    {
        public ulong Soft;
        public ulong Hard;
    }
}
