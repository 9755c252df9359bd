using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using Fluid;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>A person in a template. Printed, it is a mention, the only kind that a comment makes.</summary>
internal sealed partial class PersonValue(string login, Uri serverUrl) : FluidValue, IMembers
{
    // A template may print the same person a thousand times.
    private FluidValue? _login, _mention, _url;

    public override FluidValues Type => FluidValues.Object;

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Members { get; } = ["login", "mention", "url"];

    /// <summary>Whether a name can be that of an account.</summary>
    public static bool IsLogin(string name) => Login().IsMatch(name);

    // What is no login (an imported name, say) is printed like any other text.
    private FluidValue Mention => _mention ??= IsLogin(login) ? new StringValue($"@{login}") : new StrangerText(login);

    /// <inheritdoc/>
    public FluidValue Member(string name) => name switch
    {
        "login" => _login ??= new StrangerText(login, IsLogin(login)),
        "mention" => Mention,
        "url" => _url ??= SafeAddress.Of(new Uri(serverUrl, Uri.EscapeDataString(login)).AbsoluteUri),
        _ => NilValue.Instance,
    };

    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context) => new(Member(name));

    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) =>
        Mention.WriteToAsync(writer, encoder, cultureInfo);

    public override bool Equals(FluidValue? other) => other is PersonValue person && person.ToStringValue() == login;

    public override bool Equals(object? obj) => obj is FluidValue value && Equals(value);

    public override int GetHashCode() => login.GetHashCode(StringComparison.Ordinal);

    public override bool ToBooleanValue() => true;

    public override decimal ToNumberValue() => 0;

    public override string ToStringValue() => login;

    public override object ToObjectValue() => login;

    // Names of managed users hold an underscore (https://docs.github.com/enterprise-cloud@latest/admin/identity-and-access-management/iam-configuration-reference/username-considerations-for-external-authentication).
    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9_-]{0,98}[A-Za-z0-9])?\z")]
    private static partial Regex Login();
}
