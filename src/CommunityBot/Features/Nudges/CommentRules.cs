using System.Text.RegularExpressions;

namespace CommunityBot.Features.Nudges;

/// <summary>What a comment wants of the author of a pull request.</summary>
public static partial class CommentRules
{
    /// <summary>Characters that are looked at: who has not asked by then has written an essay.</summary>
    private const int MostCharacters = 5_000;

    /// <summary>Whether a comment says nothing to people: all its lines are commands.</summary>
    public static bool IsCommand(string? body)
    {
        var lines = Lines(body).Where(line => line.Length > 0).ToList();
        return lines.Count > 0 && lines.TrueForAll(line => line.StartsWith('/'));
    }

    /// <summary>Whether a comment asks something or speaks to the author. What it quotes is somebody else's.</summary>
    public static bool Asks(string? body, string author) => Lines(body).Any(line =>
        !line.StartsWith('>') && !line.StartsWith('/') && (Question().IsMatch(line) || Mentions(line, author)));

    private static IEnumerable<string> Lines(string? body) =>
        Code().Replace(body is null ? "" : body[..Math.Min(body.Length, MostCharacters)], "").Split('\n').Select(line => line.Trim());

    private static bool Mentions(string line, string author)
    {
        var at = line.IndexOf($"@{author}", StringComparison.OrdinalIgnoreCase);
        return at >= 0 && (at + author.Length + 1 == line.Length || !IsOfLogin(line[at + author.Length + 1]));
    }

    private static bool IsOfLogin(char letter) => char.IsAsciiLetterOrDigit(letter) || letter == '-';

    // The question marks of addresses stand between letters.
    [GeneratedRegex(@"[?？؟](?![\w=&%/.-])", RegexOptions.CultureInvariant)]
    private static partial Regex Question();

    [GeneratedRegex("```.*?(```|$)|`[^`\n]*`", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Code();
}
