using System.Text.RegularExpressions;
using Fluid;
using Fluid.Ast;

namespace CommunityBot.Messages;

/// <summary>The part of Liquid that templates may use: output, <c>if</c>, <c>unless</c>, <c>else</c>, <c>for</c>, and the filters of <see cref="MessageFilters"/>.</summary>
internal static partial class SafeLiquid
{
    /// <summary>More than any message needs, and parsed in well under a millisecond.</summary>
    private const int MostCharacters = 20_000;

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

        // A range makes as many items as it says, and the tree does not show those inside an index.
        if (Range().Match(template) is { Success: true } range)
        {
            throw new TemplateException($"Ranges are not allowed: {range.Value.ReplaceLineEndings(" ")}");
        }

        if (!Parser.TryParse(template, out var parsed, out var error))
        {
            throw new TemplateException(error.ReplaceLineEndings(" "));
        }

        new FilterCheck().VisitTemplate(parsed);
        return parsed;
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

    [GeneratedRegex(@"\{[{%](?:(?![%}]\}).)*?\.\.(?:(?![%}]\}).)*", RegexOptions.Singleline)]
    private static partial Regex Range();

    private sealed class FilterCheck : AstVisitor
    {
        protected override Expression VisitFilterExpression(FilterExpression filterExpression) =>
            MessageFilters.Names.Contains(filterExpression.Name)
                ? base.VisitFilterExpression(filterExpression)
                : throw new TemplateException($"There is no filter \"{filterExpression.Name}\"; there are {string.Join(", ", MessageFilters.Names)}.");
    }
}
