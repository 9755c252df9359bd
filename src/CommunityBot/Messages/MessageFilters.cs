using Fluid;
using Fluid.Filters;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>The filters of templates. What they make of a stranger's text is a stranger's text.</summary>
internal static class MessageFilters
{
    private static readonly Dictionary<string, FilterDelegate> All = new()
    {
        ["default"] = (input, arguments, _) => input.IsNil() || input.ToStringValue().Length == 0 ? arguments.At(0) : input,
        ["join"] = JoinAsync,
        ["size"] = async (input, _, context) => await input.GetValueAsync("size", context) is { } size && !size.IsNil()
            ? size
            : NumberValue.Create(input.ToStringValue().Length),
        ["upcase"] = (input, _, _) => Map(input, text => text.ToUpperInvariant()),
        ["downcase"] = (input, _, _) => Map(input, text => text.ToLowerInvariant()),
        ["capitalize"] = (input, _, _) => Map(input, Capitalize),
        ["date"] = DateAsync,
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
            filters.AddFilter(name, filter);
        }
    }

    private static ValueTask<FluidValue> Map(FluidValue input, Func<string, string> change) =>
        input is StringValue ? new StringValue(change(input.ToStringValue())) : new StrangerText(change(input.ToStringValue()));

    private static string Capitalize(string text)
    {
        var at = text.StartsWith(Mentions.Boundary) ? 1 : 0;
        return at >= text.Length ? text : $"{text[..at]}{char.ToUpperInvariant(text[at])}{text[(at + 1)..]}";
    }

    private static async ValueTask<FluidValue> DateAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
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

        return new StringValue(joined.ToString());
    }
}
