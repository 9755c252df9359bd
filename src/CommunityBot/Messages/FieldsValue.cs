using System.Globalization;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>Values by name in a template, for example those of <c>repository</c>. It is no list and prints nothing, unlike what Fluid has for it.</summary>
internal sealed class FieldsValue(params (string Name, FluidValue Value)[] fields) : FluidValue, IMembers
{
    private readonly Dictionary<string, FluidValue> _fields = fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal);

    public override FluidValues Type => FluidValues.Object;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Members => _fields.Keys;

    /// <summary>A name with dashes, as keys of the config have them, may have underscores, as everything else in Liquid has them.</summary>
    public FluidValue Member(string name) => _fields.GetValueOrDefault(name) ?? _fields.GetValueOrDefault(name.Replace('_', '-')) ?? NilValue.Instance;

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(Member(name));

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) => default;

    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => _fields.Count;

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => "";

    public override object ToObjectValue() => this;
}
