using CommunityBot.Ledger;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Outbox;

/// <summary>That a moment has come.</summary>
/// <param name="Moment">The moment.</param>
/// <param name="Settings">What the config says of it.</param>
/// <param name="Key">What it is once per; numeric ids, so that renames change nothing.</param>
/// <param name="Person">Whom it is about.</param>
/// <param name="Item">What is spoken on.</param>
/// <param name="At">When it happened.</param>
public sealed record Occasion(Moment Moment, MomentSettings Settings, string Key, KnownPerson Person, MessageItem Item, DateTimeOffset At)
{
    /// <summary>Node id of the discussion that is spoken on, by which GraphQL knows it; null for an issue or a pull request.</summary>
    public string? DiscussionId { get; init; }

    /// <summary>The category and the title of a new discussion, if it is said in one rather than on the item.</summary>
    public (string Category, string Title)? NewDiscussion { get; init; }

    /// <summary>What else the message can speak of.</summary>
    public MessageExtras Extras { get; init; } = MessageExtras.None;

    /// <summary>When to speak, if not at once.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Whether it answers somebody who asked for it.</summary>
    public bool IsAnswer { get; init; }

    /// <summary>Whether it is said only if the item is still open by then.</summary>
    public bool OnlyWhileOpen { get; init; }

    /// <summary>Whether it is said only in the hours of the repository's calendar.</summary>
    public bool WithinHours { get; init; }

    /// <summary>Id of the claim that it is said of, as long as that goes on; null if it is said of none.</summary>
    public long? ClaimId { get; init; }

    /// <summary>What it takes the place of.</summary>
    public Said? Replaces { get; init; }

    /// <summary>What is done on the item beside.</summary>
    public IReadOnlyList<Act> Acts { get; init; } = [];
}
