using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>A list in a template, of texts that strangers control, of people or of issues. Fluid's own list prints what is in it as it is.</summary>
internal sealed class ListValue(IEnumerable<FluidValue> all) : FluidValue, IMembers
{
    /// <summary>Items that are kept: GitHub puts no more labels on an item.</summary>
    private const int Most = 100;

    private const string Separator = ", ";

    private readonly FluidValue[] _items = [.. all.Take(Most)];

    private HashSet<string>? _texts;

    public override FluidValues Type => FluidValues.Array;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Members { get; } = ["size", "first", "last"];

    public override IEnumerable<FluidValue> Enumerate(TemplateContext context)
    {
        MessageContext.Walk(context, _items.Length);
        return _items;
    }

    /// <summary>Capitals do not count, as they do not in the names of labels.</summary>
    public override bool Contains(FluidValue value) =>
        (_texts ??= _items.Select(text => text.ToStringValue()).ToHashSet(StringComparer.OrdinalIgnoreCase)).Contains(value.ToStringValue());

    /// <inheritdoc/>
    public FluidValue Member(string name) => name switch
    {
        "size" => NumberValue.Create(_items.Length),
        "first" when _items is [var first, ..] => first,
        "last" when _items is [.., var last] => last,
        _ => NilValue.Instance,
    };

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(Member(name));

    /// <summary>Each in its own way, so that people are mentions and texts are inert.</summary>
    public override async ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        for (var at = 0; at < _items.Length; at++)
        {
            await writer.WriteAsync(at == 0 ? "" : Separator);
            await _items[at].WriteToAsync(writer, encoder, cultureInfo);
        }
    }

    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => _items.Length;

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => _items.Length;

    public override string ToStringValue() => string.Join(Separator, _items.Select(text => text.ToStringValue()));

    public override object ToObjectValue() => _items;
}
