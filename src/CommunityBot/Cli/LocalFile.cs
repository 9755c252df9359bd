namespace CommunityBot.Cli;

/// <summary>What the command line names to be read: a file, or <c>-</c> for the standard input.</summary>
internal static class LocalFile
{
    private const string StandardInput = "-";

    /// <summary>Reads it.</summary>
    public static async Task<byte[]> ReadAsync(string path)
    {
        await using var source = path == StandardInput ? Console.OpenStandardInput() : File.OpenRead(path);
        using var content = new MemoryStream();
        await source.CopyToAsync(content);
        return content.ToArray();
    }

    /// <summary>Whether a fault is one of reading it.</summary>
    public static bool IsAbout(Exception fault) => fault is IOException or UnauthorizedAccessException or ArgumentException;

    /// <summary>Why it cannot be read, in words that follow its name.</summary>
    public static string Explain(string path, Exception fault) =>
        Directory.Exists(path) ? "it is a directory; name a file"
        : fault is FileNotFoundException or DirectoryNotFoundException or ArgumentException ? "there is no such file"
        : fault.Message;
}
