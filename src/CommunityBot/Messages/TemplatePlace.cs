namespace CommunityBot.Messages;

/// <summary>Places in the text of a template.</summary>
internal static class TemplatePlace
{
    /// <summary>The line and column of a character.</summary>
    public static (int Line, int Column) Of(string template, int at)
    {
        var before = template[..Math.Max(at, 0)];
        return (before.Count(letter => letter == '\n') + 1, before.Length - before.LastIndexOf('\n'));
    }

    /// <summary>A place that the template has: the parser stops behind its last line, too.</summary>
    public static (int Line, int Column) Clamp(string template, int line, int column)
    {
        var end = Of(template, template.Length);
        return line > end.Line ? end : (line, column);
    }

    /// <summary>Whether a character stands between <c>{{</c> and <c>}}</c>, or <c>{%</c> and <c>%}</c>, and not in what is printed as it is.</summary>
    public static bool IsCode(string template, int at)
    {
        return Last("{{", "{%") > Last("}}", "%}");

        int Last(string output, string tag) =>
            Math.Max(template.AsSpan(0, at).LastIndexOf(output, StringComparison.Ordinal), template.AsSpan(0, at).LastIndexOf(tag, StringComparison.Ordinal));
    }
}
