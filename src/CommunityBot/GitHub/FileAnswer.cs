using System.Text;

namespace CommunityBot.GitHub;

/// <summary>What GitHub says of a file.</summary>
/// <param name="IsUnchanged">Whether it is as it was when the ETag that was asked with was given; nothing else is said then.</param>
/// <param name="Text">What is in it, up to <see cref="MostCharacters"/>; null if there is none.</param>
/// <param name="ETag">What to ask with the next time, or null.</param>
public sealed record FileAnswer(bool IsUnchanged, string? Text, string? ETag)
{
    /// <summary>What is kept of a file: enough to see that it is too large for any use (the largest is a config of 64 KiB), and no more.</summary>
    public const int MostCharacters = (64 * 1024) + 1;

    /// <summary>There is no such file.</summary>
    public static readonly FileAnswer None = new(false, null, null);

    /// <summary>It is as it was.</summary>
    public static readonly FileAnswer Unchanged = new(true, null, null);

    /// <summary>What is kept of the bytes of a file, which is UTF-8 to us, with a mark at its beginning or without.</summary>
    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF');
        return text.Length <= MostCharacters ? text : text[..MostCharacters];
    }
}
