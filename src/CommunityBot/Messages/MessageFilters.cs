using System.Text.RegularExpressions;
using Fluid;
using Fluid.Filters;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>The filters of templates. What they make of a stranger's text is a stranger's text.</summary>
internal static partial class MessageFilters
{
    /// <summary>Name of the filter that writes dates, whose format is checked before it is used.</summary>
    public const string Date = "date";

    /// <summary>What calling a filter costs, in characters.</summary>
    private const int CallCost = 100;

    /// <summary>What reading and writing a date costs, in characters: dozens of formats are tried.</summary>
    private const int DateCost = 5_000;

    /// <summary>Characters of a date and of its format at most.</summary>
    private const int MostDateCharacters = 100;

    private static readonly Dictionary<string, FilterDelegate> All = new()
    {
        ["default"] = (input, arguments, context) => input.IsNil() || Text(input, context).Length == 0 ? arguments.At(0) : input,
        ["join"] = JoinAsync,
        ["size"] = async (input, _, context) => await input.GetValueAsync("size", context) is { } size && !size.IsNil()
            ? size
            : NumberValue.Create(Text(input, context).Length),
        ["upcase"] = (input, _, context) => Map(input, context, text => text.ToUpperInvariant()),
        ["downcase"] = (input, _, context) => Map(input, context, text => text.ToLowerInvariant()),
        ["capitalize"] = (input, _, context) => Map(input, context, Capitalize),
        [Date] = DateAsync,
        ["pluralize"] = (input, arguments, context) =>
            arguments.Count < 2 || Languages.HasSingular(context.CultureInfo.Name, input.ToNumberValue()) ? arguments.At(0) : arguments.At(1),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>Puts them in place of Fluid's own.</summary>
    public static void Register(FilterCollection filters)
    {
        filters.Clear();
        foreach (var (name, filter) in All)
        {
            filters.AddFilter(name, (input, arguments, context) =>
            {
                MessageContext.Charge(context, CallCost);
                return filter(input, arguments, context);
            });
        }
    }

    /// <summary>What is wrong with the format of a date, or null if nothing is. A width of nine digits would be filled.</summary>
    public static string? DateFormatProblem(string format) =>
        format.Length > MostDateCharacters ? $"The format of a date has at most {MostDateCharacters} characters."
        : Directive().Matches(format).Any(directive => directive.Value.Count(char.IsDigit) > 2) ? "A width in the format of a date has at most two digits."
        : null;

    private static string Text(FluidValue value, TemplateContext context)
    {
        var text = value.ToStringValue();
        MessageContext.Charge(context, text.Length);
        return text;
    }

    private static ValueTask<FluidValue> Map(FluidValue input, TemplateContext context, Func<string, string> change) =>
        input is StringValue ? new StringValue(Recased(change(Text(input, context)))) : new StrangerText(change(Text(input, context)));

    // What was joined is inert, but as it was written: g-f is no reference, and G-F may be one.
    private static string Recased(string text) => text.Contains(Seams.Boundary) ? Prefix().Replace(text, "$&\u2060") : text;

    private static string Capitalize(string text)
    {
        var at = text.StartsWith(Seams.Boundary) ? 1 : 0;
        return at >= text.Length ? text : $"{text[..at]}{char.ToUpperInvariant(text[at])}{text[(at + 1)..]}";
    }

    private static async ValueTask<FluidValue> DateAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        MessageContext.Charge(context, DateCost);
        if (DateFormatProblem(Text(arguments.At(0), context)) is { } problem)
        {
            throw new TemplateException(problem);
        }

        if (Text(input, context).Length > MostDateCharacters)
        {
            return input;
        }

        var written = await MiscFilters.Date(input, arguments, context);
        return written is StringValue && arguments.At(0) is not (StringValue or NilValue) ? new StrangerText(written.ToStringValue()) : written;
    }

    private static async ValueTask<FluidValue> JoinAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        // Printed here, each in its own way, so that people stay mentions and texts stay inert.
        using var joined = new LimitedWriter(MessageRenderer.MostCharacters);
        var separator = arguments.Count == 0 ? new StringValue(" ") : arguments.At(0);
        var isFirst = true;
        foreach (var item in input.Enumerate(context))
        {
            if (!isFirst)
            {
                await separator.WriteToAsync(joined, NullEncoder.Default, context.CultureInfo);
            }

            await item.WriteToAsync(joined, NullEncoder.Default, context.CultureInfo);
            isFirst = false;
        }

        var text = joined.ToString();
        MessageContext.Charge(context, text.Length);
        return new StringValue(text);
    }

    [GeneratedRegex(@"(?<=[A-Z])-(?!\u2060)|(?<=[A-Za-z])-(?=[0-9])")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"%[\^_:0-9-]*")]
    private static partial Regex Directive();
}
