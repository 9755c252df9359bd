using System.Security.Cryptography;

namespace CommunityBot.GitHubSimulator;

/// <summary>The App that is registered.</summary>
public sealed class SimulatedApp : IDisposable
{
    /// <summary>What it is told of unless a manifest or a test says otherwise.</summary>
    public static IReadOnlyCollection<string> Usual { get; } =
    [
        "discussion", "discussion_comment", "issue_comment", "issues", "member", "membership", "pull_request", "pull_request_review", "pull_request_review_comment", "push", "release", "repository",
    ];

    private readonly RSA _key = RSA.Create(2048);

    /// <param name="pem">Its private key; a new one if null.</param>
    public SimulatedApp(string? pem)
    {
        if (pem is not null)
        {
            _key.ImportFromPem(pem);
        }

        PrivateKeyPem = _key.ExportRSAPrivateKeyPem();
    }

    public required long Id { get; init; }

    public required string Slug { get; init; }

    public required string Name { get; init; }

    /// <summary>Login of the account that it belongs to.</summary>
    public required string Owner { get; init; }

    /// <summary>The account that its comments are by.</summary>
    public required SimulatedUser Bot { get; init; }

    public required string WebhookSecret { get; init; }

    public string PrivateKeyPem { get; }

    public string ClientId { get; init; } = "Iv1.0123456789abcdef";

    public string ClientSecret { get; init; } = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));

    public bool IsPublic { get; init; }

    /// <summary>Where it is told of what happens, if a manifest said so.</summary>
    public Uri? HookUrl { get; init; }

    public IReadOnlyDictionary<string, string> Permissions { get; set; } = Installation.Usual;

    public IReadOnlyCollection<string> Events { get; set; } = Usual;

    internal RSA Key => _key;

    public void Dispose() => _key.Dispose();
}
