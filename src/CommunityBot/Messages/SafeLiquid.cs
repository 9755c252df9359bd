using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Ast;
using Fluid.Ast.BinaryExpressions;
using Fluid.Values;

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

    /// <summary>
    /// Conditions and comparisons in a template: what may be decided in one turn of a loop, and is not counted as a step. A message that looks at every link and person has two dozen.
    /// </summary>
    private const int MostDecisions = 60;

    /// <summary>Loops in a template; one through an empty list is not counted as a step either.</summary>
    private const int MostLoops = 20;

    private static readonly string[] Tags = ["if", "unless", "for"];

    private static readonly FluidParser Parser = Build();

    /// <summary>Parses a template.</summary>
    /// <exception cref="TemplateException">It is not of the safe part, or not Liquid at all.</exception>
    public static IFluidTemplate Parse(string template)
    {
        if (template.Length > MostCharacters)
        {
            throw new TemplateException($"The template is longer than {MostCharacters} characters.");
        }

        if (Openings().Count(template) > MostOpenings || template.Count(letter => letter == '|') > MostBars)
        {
            throw new TemplateException($"The template has more than {MostOpenings} tags and brackets, or more than {MostBars} bars.");
        }

        if (!TryParse(template, out var parsed, out var error))
        {
            var place = Place().Match(error);
            throw place.Success
                ? new(error[..place.Index], int.Parse(place.Groups[1].ValueSpan, CultureInfo.InvariantCulture), int.Parse(place.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
                : new TemplateException(error.ReplaceLineEndings(" "));
        }

        new Check(template).VisitTemplate(parsed);
        return parsed;
    }

    private static TemplateException Refuse(string why, string template, int at)
    {
        var before = template[..Math.Max(at, 0)];
        return new(why, before.Count(letter => letter == '\n') + 1, before.Length - before.LastIndexOf('\n'));
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

    private static bool TryParse(string template, [NotNullWhen(true)] out IFluidTemplate? parsed, out string error)
    {
        try
        {
            return Parser.TryParse(template, out parsed, out error);
        }
        catch (InvalidCastException)
        {
            // Of the parser, which takes what a loop goes through for a name.
            (parsed, error) = (null, "A loop goes through a list by its name.");
            return false;
        }
    }

    private sealed class Check(string template) : AstVisitor
    {
        private int _decisions;

        private int _loops;

        public override Statement Visit(Statement statement)
        {
            switch (statement)
            {
                case ForStatement { Source: not RangeExpression } loop when loop is not { Source: MemberExpression, Offset: null, Limit: null or LiteralExpression { Value: NumberValue } }:
                    throw Refuse($"A loop goes through a list, with nothing but a number as its limit: {loop.Identifier}", template, Regex.Match(template, @"\{%-?\s*for\b").Index);
                case ForStatement:
                    Count(ref _loops);
                    break;
                case IfStatement or UnlessStatement or ElseIfStatement:
                    Count(ref _decisions);
                    break;
            }

            return base.Visit(statement);
        }

        public override Expression Visit(Expression expression)
        {
            switch (expression)
            {
                // It makes as many items as it says.
                case RangeExpression:
                    var at = template.IndexOf("..", StringComparison.Ordinal);
                    throw Refuse("Ranges are not allowed.", template, Math.Max(template.LastIndexOf("{%", at, StringComparison.Ordinal), template.LastIndexOf("{{", at, StringComparison.Ordinal)));
                case ContainsBinaryExpression { Left: LiteralExpression }:
                    throw Refuse("What is searched with contains has to be a value, not a text in quotes.", template, template.IndexOf("contains", StringComparison.Ordinal));
                case BinaryExpression:
                    Count(ref _decisions);
                    break;
                case MemberExpression member:
                    // The visitor of Fluid leaves these out.
                    foreach (var index in member.Segments.OfType<IndexerSegment>())
                    {
                        Visit(index.Expression);
                    }

                    break;
            }

            return base.Visit(expression);
        }

        protected override Expression VisitFilterExpression(FilterExpression filterExpression)
        {
            if (!MessageFilters.Names.Contains(filterExpression.Name))
            {
                throw Refuse(
                    $"There is no filter \"{filterExpression.Name}\"; there are {string.Join(", ", MessageFilters.Names)}.",
                    template,
                    Regex.Match(template, $@"(?<=\|\s*){filterExpression.Name}\b").Index);
            }

            if (filterExpression is { Name: MessageFilters.Date, Parameters: [{ Expression: LiteralExpression format }, ..] }
                && MessageFilters.DateFormatProblem(format.Value.ToStringValue()) is { } problem)
            {
                throw Refuse(problem, template, template.IndexOf(format.Value.ToStringValue(), StringComparison.Ordinal));
            }

            return base.VisitFilterExpression(filterExpression);
        }

        private void Count(ref int things)
        {
            things++;
            if (_decisions > MostDecisions || _loops > MostLoops)
            {
                throw new TemplateException($"The template has more than {MostDecisions} conditions and comparisons, or more than {MostLoops} loops.");
            }
        }
    }
}
