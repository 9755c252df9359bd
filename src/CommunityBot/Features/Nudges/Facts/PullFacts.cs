using System.Text.Json.Serialization;

namespace CommunityBot.Features.Nudges.Facts;

/// <summary>
/// What is known of a pull request, as far as it says who owes the next move. Each delivery tells a part, and parts are put together by <see cref="Merge"/>, in any order and however often.
/// </summary>
public sealed record PullFacts
{
    /// <summary>Nothing is known.</summary>
    public static readonly PullFacts None = new();

    /// <summary>People who are remembered to have had a say; more of them are a crowd in which nobody is asked for anything.</summary>
    private const int MostVoices = 100;

    /// <summary>Times that the author did something, which are remembered to be counted: a nudge says no higher number.</summary>
    private const int MostAuthorActs = 20;

    /// <summary>Whether it is known from its opening on, or was read, so that nothing has to be asked of GitHub to know it whole.</summary>
    public bool IsWhole { get; init; }

    /// <summary>How it stands; null as long as nothing told.</summary>
    public PullSnapshot? Snapshot { get; init; }

    /// <summary>How much it changes.</summary>
    public PullSize? Size { get; init; }

    /// <summary>When it was last made ready or reopened; null if it was ready from the start.</summary>
    public DateTimeOffset? ReadyAt { get; init; }

    /// <summary>When the author last pushed, commented, answered in a thread or asked for another look: seconds since 1970, in order.</summary>
    public IReadOnlyList<long> AuthorActs { get; init; } = [];

    /// <summary>When somebody with a say last did something that is no word to the author: pushed to the branch, asked somebody for a review, dismissed one.</summary>
    public DateTimeOffset? OthersActedAt { get; init; }

    /// <summary>Who had a say, by their ids in order.</summary>
    public IReadOnlyList<Voice> Voices { get; init; } = [];

    /// <summary>Whether it is known to be open.</summary>
    [JsonIgnore]
    public bool IsOpen => Snapshot is { IsOpen: true };

    /// <summary>When the author last did something, if only that they opened it or made it ready.</summary>
    [JsonIgnore]
    public DateTimeOffset? AuthorActedAt => Times.Later(AnsweredAt, Snapshot?.OpenedAt);

    /// <summary>When somebody last said something to the author.</summary>
    [JsonIgnore]
    public DateTimeOffset? SpokenAt => Voices.Count == 0 ? null : Voices.Max(voice => voice.SpokeAt);

    /// <summary>When anybody whom it concerns last did anything.</summary>
    [JsonIgnore]
    public DateTimeOffset? LastActAt => Times.Later(AuthorActedAt, Times.Later(OthersActedAt, SpokenAt));

    /// <summary>Whether somebody waits for an answer of the author.</summary>
    [JsonIgnore]
    public bool IsAsked => Voices.Any(voice => voice.OpenQuestionAt is { } asked && !(asked <= AnsweredAt));

    /// <summary>How often the author did something since anybody said anything, as far as it is remembered.</summary>
    [JsonIgnore]
    public int Updates => AuthorActs.Count(act => SpokenAt is not { } spoken || act > spoken.ToUnixTimeSeconds());

    // What is asked in the second of the opening is asked after it.
    private DateTimeOffset? AnsweredAt => Times.Later(AuthorActs is [.., var last] ? DateTimeOffset.FromUnixTimeSeconds(last) : null, ReadyAt);

    /// <summary>The author did something.</summary>
    public static PullFacts AuthorActed(DateTimeOffset at) => None with { AuthorActs = [at.ToUnixTimeSeconds()] };

    /// <summary>What two know together.</summary>
    public PullFacts Merge(PullFacts other) => new()
    {
        IsWhole = IsWhole || other.IsWhole,
        Snapshot = Snapshot is null ? other.Snapshot : other.Snapshot is null ? Snapshot : PullSnapshot.Later(Snapshot, other.Snapshot),
        Size = Size is null ? other.Size : other.Size is null ? Size : PullSize.Later(Size, other.Size),
        ReadyAt = Times.Later(ReadyAt, other.ReadyAt),
        AuthorActs = [.. AuthorActs.Union(other.AuthorActs).Order().TakeLast(MostAuthorActs)],
        OthersActedAt = Times.Later(OthersActedAt, other.OthersActedAt),
        Voices =
        [
            .. Voices.Concat(other.Voices)
                .GroupBy(voice => voice.Id)
                .Select(known => known.Aggregate(Voice.Merge))
                .OrderByDescending(voice => voice.SpokeAt).ThenBy(voice => voice.Id)
                .Take(MostVoices)
                .OrderBy(voice => voice.Id),
        ],
    };
}
