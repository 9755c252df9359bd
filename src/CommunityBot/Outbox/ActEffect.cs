using CommunityBot.GitHub;

namespace CommunityBot.Outbox;

/// <summary>What somebody asked for in a comment, done without a word.</summary>
/// <param name="Number">On which issue or pull request.</param>
/// <param name="Acts">What is done, one after the other; nothing after one that GitHub refuses.</param>
/// <param name="At">When it was asked for.</param>
public sealed record ActEffect(int Number, IReadOnlyList<Act> Acts, DateTimeOffset At) : Effect
{
    /// <summary>What was recorded of it, for the time at which it was asked for; taken back if it is not done.</summary>
    public Recorded Recorded { get; init; }

    /// <summary>What follows when it is done.</summary>
    public IReadOnlyList<OutboxEntry> Done { get; init; } = [];

    /// <summary>What follows when it is not done.</summary>
    public IReadOnlyList<OutboxEntry> NotDone { get; init; } = [];

    /// <inheritdoc/>
    public override bool IsContent => false;

    /// <inheritdoc/>
    public override int Writes => Acts.Count;

    /// <inheritdoc/>
    public override IEnumerable<string> Deeds => Acts.Select(act => act.Words);

    /// <inheritdoc/>
    public override string PlaceIn(RepositoryRef repository) => $"{repository.FullName}#{Number}";
}
