namespace CommunityBot.GitHubSimulator;

/// <summary>A release. A draft has neither a date nor, if it is new, a tag.</summary>
public sealed class SimulatedRelease(long id, SimulatedRepository repository, string tag, SimulatedUser author, DateTimeOffset createdAt)
{
    public long Id { get; } = id;

    public SimulatedRepository Repository { get; } = repository;

    public string Tag { get; } = tag;

    public SimulatedUser Author { get; } = author;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public bool Draft { get; set; }

    public bool Prerelease { get; set; }

    public DateTimeOffset? PublishedAt { get; set; }
}
