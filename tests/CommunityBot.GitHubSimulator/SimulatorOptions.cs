namespace CommunityBot.GitHubSimulator;

/// <summary>How a simulated GitHub is set up.</summary>
public sealed record SimulatorOptions
{
    /// <summary>Its clock: tokens expire, limits reset and items are dated by it.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>The address it listens on; port 0 takes any.</summary>
    public string Url { get; init; } = "http://127.0.0.1:0";

    /// <summary>Id of the App that is registered.</summary>
    public long AppId { get; init; } = 12;

    /// <summary>Slug of the App; its comments are by <c>slug[bot]</c>.</summary>
    public string Slug { get; init; } = "community-bot";

    /// <summary>The App's private key; a new one if null.</summary>
    public string? PrivateKeyPem { get; init; }

    /// <summary>The App's webhook secret.</summary>
    public string WebhookSecret { get; init; } = "It's a Secret to Everybody";

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 1;
}
