using System.Globalization;
using System.Text.Encodings.Web;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>
/// A text that a stranger controls, in a template. However it is printed it is inert, and filters give back what is inert, too; only what stands in the
/// template itself is printed as it is.
/// </summary>
/// <param name="text">The text.</param>
/// <param name="isName">Whether it is the name of an account or a repository, which may be written behind an <c>@</c>, in an address or in a command: many do so.</param>
internal sealed class StrangerText(string text, bool isName = false) : FluidValue
{
    private string? _printed;

    public override FluidValues Type => FluidValues.String;

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo)
    {
        writer.Write(_printed ??= Print());
        return default;
    }

    public override bool Contains(FluidValue value) => text.Contains(value.ToStringValue(), StringComparison.Ordinal);

    public override bool Equals(FluidValue? other) => other?.Type == FluidValues.String && other.ToStringValue() == text;

    public override bool Equals(object? obj) => obj is FluidValue value && Equals(value);

    public override int GetHashCode() => text.GetHashCode(StringComparison.Ordinal);

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => text;

    public override object ToObjectValue() => text;

    private string Print()
    {
        var inert = InertText.Of(text);
        return inert.Length == 0 || (isName && inert == text) ? inert : $"{Seams.Boundary}{inert}{Seams.Boundary}";
    }
}
