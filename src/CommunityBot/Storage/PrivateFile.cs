namespace CommunityBot.Storage;

/// <summary>Files that only the account of the service may read: they hold what nobody else is to know.</summary>
internal static class PrivateFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Opens a file; one that is made by this is private from its first moment. On Windows it is as the folder has it.</summary>
    public static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        var options = new FileStreamOptions { Mode = mode, Access = access, Share = share };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = OwnerOnly;
        }

        return new(path, options);
    }

    /// <summary>
    /// Gives a file that was written its name, never over another: all of it or nothing, and for good once this returns, whatever becomes of the power. A folder cannot be opened here, to have the new name
    /// written to the disk; but the file systems that are in use write what was done to the name of a file along with the file (ext4, XFS, Btrfs and NTFS).
    /// </summary>
    /// <param name="draft">Where it was written, in the same folder.</param>
    /// <param name="path">What it is to be called.</param>
    /// <exception cref="IOException">That cannot be done, or there is such a file already.</exception>
    public static void Publish(string draft, string path)
    {
        Flush(draft);
        File.Move(draft, path, overwrite: false);
        try
        {
            Flush(path);
        }
        catch (IOException)
        {
            // It may be gone tomorrow, so it is not to be relied on today.
            File.Delete(path);
            throw;
        }
    }

    private static void Flush(string path)
    {
        using var written = new FileStream(path, FileMode.Open, FileAccess.ReadWrite);
        written.Flush(flushToDisk: true);
    }
}
