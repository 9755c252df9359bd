using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>Addresses that a template may print as they are.</summary>
internal static class SafeAddress
{
    /// <summary>The address, made unable to end a Markdown link; nil if it is none of the web.</summary>
    public static FluidValue Of(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? new StringValue(url.AbsoluteUri.Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal))
            : NilValue.Instance;
}
