using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>Several texts that strangers control. Fluid's own list prints what is in it as it is.</summary>
internal sealed class StrangerList(IReadOnlyList<string> texts) : FluidValue
{
    public override FluidValues Type => FluidValues.Array;

    public override IEnumerable<FluidValue> Enumerate(TemplateContext context) => texts.Select(text => new StrangerText(text));

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(name switch
    {
        "size" => NumberValue.Create(texts.Count),
        "first" => At(0),
        "last" => At(texts.Count - 1),
        _ => NilValue.Instance,
    });

    public override ValueTask<FluidValue> GetIndexAsync(FluidValue index, TemplateContext context) => new(At((int)Math.Clamp(index.ToNumberValue(), -1, texts.Count)));

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) =>
        new StrangerText(ToStringValue()).WriteToAsync(writer, encoder, cultureInfo);

    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => texts.Count;

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => texts.Count;

    public override string ToStringValue() => string.Join(", ", texts);

    public override object ToObjectValue() => texts;

    private FluidValue At(int index) => index >= 0 && index < texts.Count ? new StrangerText(texts[index]) : NilValue.Instance;
}
