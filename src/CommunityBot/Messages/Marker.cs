using System.Text.RegularExpressions;

namespace CommunityBot.Messages;

/// <summary>The hidden last line of every comment, by which the bot recognises its own words.</summary>
public static partial class Marker
{
    /// <summary>Builds the marker of a moment.</summary>
    /// <exception cref="ArgumentException">Kind or key is empty, or would break the HTML comment that the marker is.</exception>
    public static string Build(string kind, string key)
    {
        Check(kind, nameof(kind));
        Check(key, nameof(key));
        return $"<!-- community-bot moment={kind} key={key} -->";
    }

    /// <summary>Reads the marker that a comment ends with. One that stands anywhere else was quoted and is somebody else's word.</summary>
    public static bool TryRead(string? body, out string kind, out string key)
    {
        var match = body is null ? Match.Empty : AtTheEnd().Match(body);
        (kind, key) = (match.Groups["kind"].Value, match.Groups["key"].Value);
        return match.Success;
    }

    /// <summary>A comment without the marker it ends with.</summary>
    public static string Strip(string body) => AtTheEnd().Replace(body, "").TrimEnd();

    private static void Check(string part, string name)
    {
        if (part.Length == 0 || part.Contains("--", StringComparison.Ordinal) || part.EndsWith('-')
            || part.Any(letter => char.IsWhiteSpace(letter) || letter is '<' or '>'))
        {
            throw new ArgumentException($"\"{part}\" cannot stand in a marker.", name);
        }
    }

    [GeneratedRegex(@"<!-- community-bot moment=(?<kind>[^\s<>]+) key=(?<key>[^\s<>]+) -->\s*\z")]
    private static partial Regex AtTheEnd();
}
