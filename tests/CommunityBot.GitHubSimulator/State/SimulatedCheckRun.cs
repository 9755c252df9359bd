namespace CommunityBot.GitHubSimulator;

/// <summary>What a check says of lines of a file.</summary>
public sealed record CheckAnnotation(
    string Path, int StartLine, int EndLine, int? StartColumn, int? EndColumn, string Level, string Message, string? Title, string? RawDetails);

/// <summary>A check of a commit, by the App.</summary>
public sealed class SimulatedCheckRun(long id, long suiteId, string headSha, DateTimeOffset createdAt)
{
    private readonly Lock _lock = new();
    private readonly List<CheckAnnotation> _annotations = [];

    public long Id { get; } = id;

    public long SuiteId { get; } = suiteId;

    public string HeadSha { get; } = headSha;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public string Name { get; set; } = "";

    public string? ExternalId { get; set; }

    public string? DetailsUrl { get; set; }

    /// <summary><c>queued</c>, <c>in_progress</c> or <c>completed</c>.</summary>
    public string Status { get; set; } = "queued";

    public string? Conclusion { get; set; }

    public string? Title { get; set; }

    public string? Summary { get; set; }

    public string? Text { get; set; }

    public DateTimeOffset? StartedAt { get; set; } = createdAt;

    public DateTimeOffset? CompletedAt { get; set; }

    /// <summary>What was said of lines, by all requests.</summary>
    public IReadOnlyList<CheckAnnotation> Annotations
    {
        get
        {
            lock (_lock)
            {
                return [.. _annotations];
            }
        }
    }

    public void Add(IEnumerable<CheckAnnotation> annotations)
    {
        lock (_lock)
        {
            _annotations.AddRange(annotations);
        }
    }
}
