using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;
using CsCheck;

namespace CommunityBot.Tests.Features.Nudges;

/// <summary>In whatever order GitHub tells of a pull request, and however often, the same is known in the end.</summary>
public sealed class FactsProperties
{
    /// <summary>Few times and few people, so that things fall together.</summary>
    private static readonly Gen<double> Hours = Gen.Int[0, 30].Select(hours => (double)hours);

    private static readonly Gen<Account> Somebody = Gen.Int[2, 5].Select(id => new Account(id, $"person-{id}"));

    private static readonly string[] States = ["approved", "changes_requested", "commented", "dismissed"];

    private static readonly string[] Bodies = ["Why?", "Fine.", "/snooze 3 days"];

    private static readonly Gen<PullFacts> Told = Gen.OneOf(
        Gen.Select(Hours, Gen.Bool, Gen.Bool, Gen.Int[0, 3], (at, open, draft, labels) => PullFacts.None with
        {
            Snapshot = Pulls.Snapshot(at) with { IsOpen = open, IsDraft = draft, Labels = [.. Enumerable.Range(0, labels).Select(label => $"label-{label}")] },
            Size = new(Pulls.At(at), labels * 10, labels),
        }),
        Hours.Select(at => PullFacts.AuthorActed(Pulls.At(at))),
        Hours.Select(at => PullFacts.None with { ReadyAt = Pulls.At(at) }),
        Hours.Select(at => PullFacts.None with { OthersActedAt = Pulls.At(at) }),
        Gen.Select(Hours, Somebody, Gen.Int[0, 3].Select(state => States[state]), Gen.Int[0, 2].Select(body => Bodies[body]), (at, who, state, body) =>
            ReviewFacts.Said(who, state, Pulls.At(at), body, "author")),
        Gen.Select(Hours, Somebody, Gen.Int[0, 2].Select(body => Bodies[body]), (at, who, body) => ReviewFacts.Commented(who, Pulls.At(at), body, "author")));

    [Fact]
    public void Order_and_repetition_make_no_difference() => Gen.Select(Told.Array[1, 12], Gen.Int[0, 1_000_000]).Sample((history, seed) =>
    {
        var random = new Random(seed);
        var other = history.Concat(history.Where(_ => random.Next(2) == 0)).ToArray();
        random.Shuffle(other);

        Assert.Equal(Known(history), Known(other));
    });

    [Fact]
    public void Parts_may_be_put_together_before() => Gen.Select(Told.Array[0, 8], Told.Array[0, 8]).Sample((first, second) =>
        Assert.Equal(Known([.. first, .. second]), FactsCodec.Write(Together(second).Merge(Together(first)))));

    [Fact]
    public void What_is_stored_is_what_is_read() => Told.Array[1, 12].Sample(history =>
        Assert.Equal(Known(history), FactsCodec.Write(FactsCodec.ReadFacts(Known(history)))));

    private static string Known(IEnumerable<PullFacts> history) => FactsCodec.Write(Together(history));

    private static PullFacts Together(IEnumerable<PullFacts> history) => history.Aggregate(PullFacts.None, (known, told) => known.Merge(told));
}
