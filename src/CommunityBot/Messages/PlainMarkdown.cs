using System.Text.RegularExpressions;

namespace CommunityBot.Messages;

/// <summary>Texts that were not written as templates.</summary>
public static partial class PlainMarkdown
{
    /// <summary>A template that prints a text as it is, whatever of it looks like Liquid.</summary>
    public static string AsTemplate(string text) => Opening().Replace(text, "{{ '{' }}");

    [GeneratedRegex(@"\{(?=[{%])")]
    private static partial Regex Opening();
}
