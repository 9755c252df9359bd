using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using CommunityBot.Hosting;
using Microsoft.Extensions.Options;

namespace CommunityBot.Webhooks;

/// <summary>
/// Checks <see href="https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries">X-Hub-Signature-256</see> against every
/// active secret. SHA-1 is not accepted.
/// </summary>
public sealed partial class Signature(IOptions<GitHubOptions> options, TimeProvider time, ILogger<Signature> logger)
{
    private const string Prefix = "sha256=";

    private readonly byte[][] _secrets = [.. new[] { options.Value.WebhookSecret, options.Value.WebhookSecretPrevious }
        .OfType<string>().Select(Encoding.UTF8.GetBytes)];

    // Anybody can send what is refused, and one line is enough to see that the secrets differ.
    private readonly Outage _refused = new(time);

    /// <summary>Whether a header has the form of a signature, which takes no body to see.</summary>
    public static bool IsWellFormed(string? header) => TryParse(header, stackalloc byte[SHA256.HashSizeInBytes]);

    /// <summary>Whether a header signs a body. Takes as long for a wrong signature as for a right one.</summary>
    public bool Signs(string? header, ReadOnlySpan<byte> body)
    {
        Span<byte> claimed = stackalloc byte[SHA256.HashSizeInBytes];
        if (!TryParse(header, claimed))
        {
            return false;
        }

        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        var signs = false;
        foreach (var secret in _secrets)
        {
            HMACSHA256.HashData(secret, body, actual);
            signs |= CryptographicOperations.FixedTimeEquals(claimed, actual);
        }

        return signs;
    }

    /// <summary>Tells the operator, once a minute at most, that a delivery was refused for its signature. What names no event is none of GitHub's.</summary>
    /// <param name="webhook">The event that it claims to be.</param>
    /// <param name="why">What is wrong with the signature.</param>
    public void Warn(string? webhook, string why)
    {
        if (webhook is { Length: > 0 and <= WebhookEndpoint.MostEventLength } && webhook.All(letter => char.IsAsciiLetterLower(letter) || letter == '_') && _refused.IsToBeTold())
        {
            LogRefused(webhook, why);
        }
    }

    private static bool TryParse(string? header, Span<byte> hash) =>
        header is not null && header.StartsWith(Prefix, StringComparison.Ordinal)
        && Convert.FromHexString(header.AsSpan(Prefix.Length), hash, out _, out var written) == OperationStatus.Done
        && written == hash.Length;

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "A delivery of {Event} was refused: {Why}. Check that the webhook secret on the App's settings page at GitHub is the one in GitHub:WebhookSecret. This is said once a minute at most")]
    private partial void LogRefused(string @event, string why);
}
