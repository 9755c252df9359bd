using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>Several texts that strangers control. Fluid's own list prints what is in it as it is.</summary>
internal sealed class StrangerList(IEnumerable<string> all) : FluidValue
{
    /// <summary>Texts that are kept: GitHub puts no more labels on an item.</summary>
    private const int Most = 100;

    private readonly StrangerText[] _texts = [.. all.Take(Most).Select(text => new StrangerText(text))];

    public override FluidValues Type => FluidValues.Array;

    public override IEnumerable<FluidValue> Enumerate(TemplateContext context)
    {
        MessageContext.Charge(context, _texts.Length);
        return _texts;
    }

    /// <summary>Capitals do not count, as they do not in the names of labels.</summary>
    public override bool Contains(FluidValue value) =>
        value.ToStringValue() is var sought && Array.Exists(_texts, text => text.ToStringValue().Equals(sought, StringComparison.OrdinalIgnoreCase));

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(name switch
    {
        "size" => NumberValue.Create(_texts.Length),
        "first" => At(0),
        "last" => At(_texts.Length - 1),
        _ => NilValue.Instance,
    });

    public override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context) => new(At((int)Math.Clamp(index.ToNumberValue(), -1, _texts.Length)));

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) =>
        new StrangerText(ToStringValue()).WriteToAsync(writer, encoder, cultureInfo);

    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => _texts.Length;

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => _texts.Length;

    public override string ToStringValue() => string.Join(", ", _texts.Select(text => text.ToStringValue()));

    public override object ToObjectValue() => _texts;

    private FluidValue At(int index) => index >= 0 && index < _texts.Length ? _texts[index] : NilValue.Instance;
}
