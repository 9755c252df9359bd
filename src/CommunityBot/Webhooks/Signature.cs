using System.Security.Cryptography;
using System.Text;
using CommunityBot.Hosting;
using Microsoft.Extensions.Options;

namespace CommunityBot.Webhooks;

/// <summary>
/// Checks <see href="https://docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries">X-Hub-Signature-256</see> against every
/// active secret. SHA-1 is not accepted.
/// </summary>
public sealed class Signature(IOptions<GitHubOptions> options)
{
    private const string Prefix = "sha256=";

    private readonly byte[][] _secrets = [.. new[] { options.Value.WebhookSecret, options.Value.WebhookSecretPrevious }
        .OfType<string>().Select(Encoding.UTF8.GetBytes)];

    /// <summary>Whether a header signs a body. Takes as long for a wrong signature as for a right one.</summary>
    public bool Signs(string? header, ReadOnlySpan<byte> body)
    {
        Span<byte> claimed = stackalloc byte[SHA256.HashSizeInBytes];
        if (header is null || !header.StartsWith(Prefix, StringComparison.Ordinal)
            || Convert.FromHexString(header.AsSpan(Prefix.Length), claimed, out _, out var written) != System.Buffers.OperationStatus.Done
            || written != claimed.Length)
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
}
