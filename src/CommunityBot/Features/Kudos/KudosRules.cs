using System.Text.RegularExpressions;

namespace CommunityBot.Features.Kudos;

/// <summary>What the commands say.</summary>
public static partial class KudosRules
{
    /// <summary>People that a line may thank: each is a question to GitHub.</summary>
    public const int MostPeople = 10;

    /// <summary>Units of a text that are kept: two long sentences.</summary>
    private const int MostText = 500;

    /// <summary>Units of an address; what is longer is no page that anybody wants to show.</summary>
    private const int MostAddress = 2_000;

    // Names of bots are taken, so that it can be said that they are bots.
    private const string Name = @"@[A-Za-z0-9][A-Za-z0-9_-]*(?:\[bot\])?";

    /// <summary>The logins that a line thanks, each once, and what for; null if it is not written so.</summary>
    /// <param name="arguments">What follows <c>/thanks</c>.</param>
    public static (IReadOnlyList<string> Logins, string Text)? ReadThanks(string arguments)
    {
        var found = Thanks().Match(arguments);
        return found.Success
            ? ([.. Login().Matches(found.Groups["people"].Value).Select(login => login.Groups["login"].Value).Distinct(StringComparer.OrdinalIgnoreCase)], Cut(found.Groups["text"].Value))
            : null;
    }

    /// <summary>Whose talk, post or demo a line tells of, where it is and what; the address is null if it is none of the web, and all of it if the line is not written so.</summary>
    /// <param name="arguments">What follows <c>/shout-out</c>.</param>
    public static (string Login, Uri? Address, string Text)? ReadShoutOut(string arguments)
    {
        var found = ShoutOut().Match(arguments);
        return found.Success ? (found.Groups["login"].Value[1..], Address(found.Groups["address"].Value), Cut(found.Groups["text"].Value)) : null;
    }

    // A name in an address makes it look like that of another host.
    private static Uri? Address(string text) =>
        text.Length <= MostAddress && Uri.TryCreate(text.Trim('<', '>'), UriKind.Absolute, out var address) && address is { Scheme: "https", UserInfo: "" } && address.AbsoluteUri.Length <= MostAddress
            ? address
            : null;

    private static string Cut(string text)
    {
        var trimmed = text.Trim();
        return trimmed.Length <= MostText ? trimmed : trimmed[..(char.IsHighSurrogate(trimmed[MostText - 1]) ? MostText - 1 : MostText)];
    }

    [GeneratedRegex(
        $@"\A(?:to[ \t]+)?(?<people>{Name}(?:(?:[ \t]*,[ \t]*|[ \t]+)(?:(?:and|&)[ \t]+)?{Name})*)[.,;:!]*(?:[ \t]+for[ \t]+(?<text>.*))?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex Thanks();

    [GeneratedRegex(@"@(?<login>[^ \t,]+)", RegexOptions.NonBacktracking)]
    private static partial Regex Login();

    [GeneratedRegex(
        $@"\A(?<login>{Name})[ \t]+(?<address>[^ \t]+)(?:[ \t]+(?<text>.*))?\z",
        RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline)]
    private static partial Regex ShoutOut();
}
