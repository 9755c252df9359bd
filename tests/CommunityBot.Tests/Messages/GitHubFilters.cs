using System.Text.RegularExpressions;

namespace CommunityBot.Tests.Messages;

/// <summary>
/// What GitHub's filters look for in the text of a rendered comment, each pattern wider than the known one
/// (https://github.com/gjtorikian/html-pipeline, https://github.com/github/cmark-gfm, GitHub's page on autolinked references).
/// </summary>
internal static partial class GitHubFilters
{
    /// <summary>What they find in <paramref name="text"/>, each with the name of its filter.</summary>
    public static IEnumerable<string> FindIn(string text) =>
        from filter in new (string Name, Regex Pattern)[]
        {
            ("mention", Mention()), ("issue", Issue()), ("prefixed issue", PrefixedIssue()), ("commit", Commit()), ("scheme", Scheme()), ("www", Www()),
            ("e-mail", Email()), ("emoji", Emoji()), ("math", Math()), ("check box", CheckBox()), ("alert or footnote", Alert()),
            ("direction or invisible", Unseen()), ("lone surrogate", LoneSurrogate()),
        }
        from Match match in filter.Pattern.Matches(text)
        select $"{filter.Name}: {match.Value}";

    [GeneratedRegex(@"[@\uFF20\uFE6B][\p{L}\p{N}_-]")]
    private static partial Regex Mention();

    [GeneratedRegex(@"[#\uFF03\uFE5F]\p{N}")]
    private static partial Regex Issue();

    [GeneratedRegex("[A-Z]-[A-Za-z0-9]|[A-Za-z]-[0-9]")]
    private static partial Regex PrefixedIssue();

    [GeneratedRegex("[0-9a-fA-F]{7}")]
    private static partial Regex Commit();

    [GeneratedRegex(@"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s\u2060]")]
    private static partial Regex Scheme();

    [GeneratedRegex(@"www\.", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Www();

    [GeneratedRegex(@"[^\s]@[a-zA-Z0-9._-]")]
    private static partial Regex Email();

    [GeneratedRegex(@":[a-zA-Z0-9_+-]+:")]
    private static partial Regex Emoji();

    [GeneratedRegex(@"\$")]
    private static partial Regex Math();

    [GeneratedRegex(@"\[[ xX]?\]")]
    private static partial Regex CheckBox();

    [GeneratedRegex(@"\[[!^]")]
    private static partial Regex Alert();

    [GeneratedRegex(@"[\u00AD\u061C\u200B\u200C\u200E\u200F\u202A-\u202E\u2061-\u206F\uFEFF]|\uDB40[\uDC00-\uDFFF]")]
    private static partial Regex Unseen();

    [GeneratedRegex(@"[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    private static partial Regex LoneSurrogate();
}
