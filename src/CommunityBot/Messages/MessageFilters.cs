using System.Globalization;
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
        ["capitalize"] = (input, _, _) => Map(input, text => text.Length == 0 ? text : char.ToUpperInvariant(text[0]) + text[1..]),
        // The format goes into the result as it is where it is no directive.
        ["date"] = async (input, arguments, context) => await MiscFilters.Date(input, arguments, context) is var date && arguments.At(0) is StringValue
            ? date
            : new StrangerText(date.ToStringValue()),
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

    private static async ValueTask<FluidValue> JoinAsync(FluidValue input, FilterArguments arguments, TemplateContext context)
    {
        // Printed here, each in its own way, so that people stay mentions and texts stay inert.
        using var printed = new LimitedWriter(MessageRenderer.MostCharacters);
        using var plain = new LimitedWriter(MessageRenderer.MostCharacters);
        FluidValue separator = BlankValue.Instance;
        foreach (var item in input.Enumerate(context))
        {
            await WriteAsync(separator);
            await WriteAsync(item);
            separator = arguments.At(0);
        }

        return new JoinedText(plain.ToString(), printed.ToString());

        async ValueTask WriteAsync(FluidValue value)
        {
            await value.WriteToAsync(printed, NullEncoder.Default, CultureInfo.InvariantCulture);
            await plain.WriteAsync(value.ToStringValue());
        }
    }
}
