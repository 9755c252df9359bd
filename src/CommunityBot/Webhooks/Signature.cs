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
public sealed class Signature(IOptions<GitHubOptions> options)
{
    private const string Prefix = "sha256=";

    private readonly byte[][] _secrets = [.. new[] { options.Value.WebhookSecret, options.Value.WebhookSecretPrevious }
        .OfType<string>().Select(Encoding.UTF8.GetBytes)];

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

    private static bool TryParse(string? header, Span<byte> hash) =>
        header is not null && header.StartsWith(Prefix, StringComparison.Ordinal)
        && Convert.FromHexString(header.AsSpan(Prefix.Length), hash, out _, out var written) == OperationStatus.Done
        && written == hash.Length;
}
