using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Tokens of installations, and the App's own.</summary>
internal sealed class AccessTokens(SimulatedGitHub github)
{
    /// <summary>How long a token lives at GitHub.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    /// <summary>How long the App's own token may live at most.</summary>
    private static readonly TimeSpan MostJwt = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, (long InstallationId, DateTimeOffset ExpiresAt)> _tokens = new();

    public (string Token, DateTimeOffset ExpiresAt) Issue(long installationId)
    {
        // As long as GitHub's are since 2026, and with dots in them.
        var token = $"ghs_{installationId}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(160))}.{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(90))}";
        var expiresAt = github.Time.GetUtcNow() + Lifetime;
        _tokens[token] = (installationId, expiresAt);
        return (token, expiresAt);
    }

    /// <summary>Makes all tokens bad, as when somebody revokes them.</summary>
    public void RevokeAll() => _tokens.Clear();

    /// <summary>The installation of a request, or 0 if its token is none.</summary>
    public long InstallationOf(HttpRequest request) =>
        Bearer(request) is { } token && _tokens.TryGetValue(token, out var known) && known.ExpiresAt > github.Time.GetUtcNow()
        && github.Installations.GetValueOrDefault(known.InstallationId)?.Deleted != true
            ? known.InstallationId
            : 0;

    /// <summary>Whether a request is signed by the App, as GitHub checks it.</summary>
    public bool IsApp(HttpRequest request)
    {
        if (Bearer(request)?.Split('.') is not [var header, var body, var signature])
        {
            return false;
        }

        try
        {
            if (!github.App.Key.VerifyData(Encoding.ASCII.GetBytes($"{header}.{body}"), Base64Url.DecodeFromChars(signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))
            {
                return false;
            }

            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(body));
            var now = github.Time.GetUtcNow();
            var issuedAt = DateTimeOffset.FromUnixTimeSeconds(claims.RootElement.GetProperty("iat").GetInt64());
            var expiresAt = DateTimeOffset.FromUnixTimeSeconds(claims.RootElement.GetProperty("exp").GetInt64());
            return issuedAt <= now && expiresAt > now && expiresAt <= now + MostJwt
                && claims.RootElement.GetProperty("iss").ToString() == $"{github.AppId}";
        }
        catch (Exception fault) when (fault is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The App that a request says it is of, whether or not it is signed by it; null where it says nothing.</summary>
    public static string? IssuerOf(HttpRequest request)
    {
        try
        {
            return Bearer(request)?.Split('.') is [_, var body, _] ? JsonDocument.Parse(Base64Url.DecodeFromChars(body)).RootElement.GetProperty("iss").ToString() : null;
        }
        catch (Exception fault) when (fault is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    public static string? Bearer(HttpRequest request) =>
        request.Headers.Authorization.ToString().Split(' ') is ["Bearer" or "bearer" or "token" or "Token", var token] ? token : null;
}
