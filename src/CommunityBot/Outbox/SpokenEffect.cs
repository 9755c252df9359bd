using CommunityBot.Work;

namespace CommunityBot.Outbox;

/// <summary>Something that is said, and what goes with it.</summary>
/// <param name="Body">The text, marker included.</param>
public abstract record SpokenEffect(string Body) : Effect
{
    /// <inheritdoc/>
    public override bool IsContent => true;

    /// <inheritdoc/>
    public override IEnumerable<string> Deeds =>
    [
        .. Reaction is null ? [] : new[] { ReactionEffect.Of(Reaction) },
        .. Labels.Select(label => $"label it {label}"),
        .. Acts.Select(act => act.Words),
    ];

    /// <inheritdoc/>
    public override Rank Rank => IsAnswer ? Rank.Awaited : Rank.Unasked;

    /// <inheritdoc/>
    public override int Writes => 1 + (Reaction is null ? 0 : 1) + (Labels.Count > 0 ? 1 : 0) + Acts.Count + (Replaces is null ? 0 : 1);

    /// <summary>Whether it answers somebody who asked for it.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Login of the person it is about, whom the config may ignore by the time it is said; null if it is about nobody.</summary>
    public string? Login { get; init; }

    /// <summary>Numeric id of that person, by which they are known after a change of their login.</summary>
    public long? PersonId { get; init; }

    /// <summary>The reaction on the item, by GitHub's name, or null.</summary>
    public string? Reaction { get; init; }

    /// <summary>Labels that the item gets. They come after the comment, which saves those who watch a label a mail.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Whether it is said only if the item is still open by then: it was to wait.</summary>
    public bool OnlyWhileOpen { get; init; }

    /// <summary>Whether it is said only in the hours of the repository's calendar; outside of them it waits for the next ones.</summary>
    public bool WithinHours { get; init; }

    /// <summary>Id of the claim that it is said of, as long as that goes on; null if it is said of none.</summary>
    public long? ClaimId { get; init; }

    /// <summary>What it takes the place of: that comment is deleted once this one is posted.</summary>
    public Said? Replaces { get; init; }

    /// <summary>Why it was taken back after somebody had begun to say it; null if it was not. It is only looked for then, since it may be there.</summary>
    public string? TakenBack { get; init; }

    /// <summary>What is done on the item beside, after the comment.</summary>
    public IReadOnlyList<Act> Acts { get; init; } = [];
}
