namespace CommunityBot.GitHub;

/// <summary>Comments that end with a marker.</summary>
internal static class Marked
{
    /// <summary>Whether a comment does; one that holds the marker anywhere else quotes it.</summary>
    public static bool EndsWith(string? body, string marker) => body.AsSpan().TrimEnd().EndsWith(marker, StringComparison.Ordinal);
}
