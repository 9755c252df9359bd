using System.Globalization;
using System.Text.Encodings.Web;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>Several values in one. Printed, each is what it is alone; a filter gets the plain text, which may be a stranger's.</summary>
internal sealed class JoinedText(string plain, string printed) : FluidValue
{
    public override FluidValues Type => FluidValues.String;

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        writer.Write(printed);
        return default;
    }

    public override bool Equals(FluidValue? other) => other?.Type == FluidValues.String && other.ToStringValue() == plain;

    public override bool Equals(object? obj) => obj is FluidValue value && Equals(value);

    public override int GetHashCode() => plain.GetHashCode(StringComparison.Ordinal);

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => plain;

    public override object ToObjectValue() => plain;
}
