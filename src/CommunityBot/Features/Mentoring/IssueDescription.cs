using System.Text.RegularExpressions;

namespace CommunityBot.Features.Mentoring;

/// <summary>What a newcomer would miss in the description of an issue. It is looked for by its form, since projects write in many languages.</summary>
/// <param name="LacksPlace">Where in the code to look: no path, no link and nothing set as code.</param>
/// <param name="LacksGoal">How to know that it is done: no list.</param>
/// <param name="LacksTrial">How to try it: no block of code, no command and no numbered steps.</param>
public sealed partial record IssueDescription(bool LacksPlace, bool LacksGoal, bool LacksTrial)
{
    /// <summary>Characters that are read; GitHub stores no more of a description.</summary>
    private const int MostRead = 65_536;

    /// <summary>Characters from which on a text without any form has probably all of it in prose.</summary>
    private const int Long = 1_500;

    /// <summary>Looks at a description.</summary>
    /// <param name="body">The text, as its author wrote it; null for none.</param>
    public static IssueDescription Of(string? body)
    {
        // What a form of the project asks in comments is no answer.
        var text = Comments().Replace(body is { Length: > MostRead } ? body[..MostRead] : body ?? "", "").Trim();
        var isLong = text.Length >= Long;
        return new(!isLong && !Place().IsMatch(text), !isLong && !Lists().IsMatch(text), !isLong && !Trial().IsMatch(text));
    }

    [GeneratedRegex(@"<!--.*?(?:-->|\z)", RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex Comments();

    // A link, something set as code, a path, or the name of a file.
    [GeneratedRegex(@"https?://|`[^`\n]+`|```|\w/[\w.-]{1,100}[./]\w|\b\w{2,60}\.[a-z]{1,4}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Place();

    [GeneratedRegex(@"^[ \t]{0,8}(?:[-*+]|[0-9]{1,3}[.)])[ \t]+\S", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Lists();

    // A block of code, a command with something after it, or numbered steps.
    [GeneratedRegex(@"```|~~~|`[^`\s]+ [^`\n]+`|^[ \t]{0,8}[0-9]{1,3}[.)][ \t]+\S", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex Trial();
}
