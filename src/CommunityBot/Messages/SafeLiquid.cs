using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Fluid;

namespace CommunityBot.Messages;

/// <summary>The part of Liquid that templates may use: output, <c>if</c>, <c>unless</c>, <c>else</c>, <c>for</c>, and the filters of <see cref="MessageFilters"/>.</summary>
internal static partial class SafeLiquid
{
    /// <summary>More than any message needs, and parsed in well under a millisecond.</summary>
    private const int MostCharacters = 20_000;

    /// <summary>
    /// Tags and brackets in a template, each of which may open a level for the parser, which recurses and has no limit: a thread's stack of 1.5 MB ends at twice as many.
    /// They are counted in the text as well, since only the parser knows where it is text; a long message with forty links has half of them.
    /// </summary>
    private const int MostOpenings = 200;

    /// <summary>Bars in a template, each of which may be a filter of a filter; as many as a large table has.</summary>
    private const int MostBars = 400;

    private static readonly string[] Tags = ["if", "unless", "for"];

    private static readonly FluidParser Parser = Build();

    /// <summary>Parses a template.</summary>
    /// <exception cref="TemplateException">It is not of the safe part, or not Liquid at all.</exception>
    public static IFluidTemplate Parse(string template)
    {
        if (template.Length > MostCharacters)
        {
            throw new TemplateException($"The template is longer than {MostCharacters} characters");
        }

        if (Openings().Count(template) > MostOpenings || template.Count(letter => letter == '|') > MostBars)
        {
            throw new TemplateException($"The template has more than {MostOpenings} tags and brackets, or more than {MostBars} bars");
        }

        if (!TryParse(template, out var parsed, out var error))
        {
            var place = Place().Match(error);
            if (!place.Success)
            {
                throw new TemplateException(error.ReplaceLineEndings(" "));
            }

            var (line, column) = TemplatePlace.Clamp(
                template, int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(place.Groups[2].ValueSpan, CultureInfo.InvariantCulture));
            throw new TemplateException(error[..place.Index] + AlsoWrong(template, error), line, column);
        }

        new TemplateChecker(template).VisitTemplate(parsed);
        return parsed;
    }

    // A block whose end is missing is no reason to keep a misspelt name for later: the rest is read as if it were there.
    private static string AlsoWrong(string template, string error)
    {
        if (MissingEnd().Match(error) is not { Success: true } missing || !TryParse(template + missing.Groups["end"], out var parsed, out _))
        {
            return "";
        }

        try
        {
            new TemplateChecker(template).VisitTemplate(parsed);
            return "";
        }
        catch (TemplateException other)
        {
            return $"; and {char.ToLowerInvariant(other.Message[0])}{other.Message[1..]}";
        }
    }

    private static FluidParser Build()
    {
        var parser = new FluidParser();
        foreach (var tag in parser.RegisteredTags.Keys.Except(Tags).ToList())
        {
            parser.RegisteredTags.Remove(tag);
        }

        return parser;
    }

    [GeneratedRegex(@"\{%|[\[(]")]
    private static partial Regex Openings();

    /// <summary>How the parser says where it stopped; what follows repeats the line.</summary>
    [GeneratedRegex(@" at \((\d+):(\d+)\)")]
    private static partial Regex Place();

    [GeneratedRegex(@"^'(?<end>\{% end\w+ %\})' was expected")]
    private static partial Regex MissingEnd();

    private static bool TryParse(string template, [NotNullWhen(true)] out IFluidTemplate? parsed, out string error)
    {
        try
        {
            return Parser.TryParse(template, out parsed, out error);
        }
        catch (InvalidCastException)
        {
            // Of the parser, which takes what a loop goes through for a name.
            (parsed, error) = (null, "A loop goes through a list by its name");
            return false;
        }
    }
}
