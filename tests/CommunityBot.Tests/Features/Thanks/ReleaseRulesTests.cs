using CommunityBot.Features.Thanks;
using CommunityBot.GitHub;
using CsCheck;

namespace CommunityBot.Tests.Features.Thanks;

public sealed class ReleaseRulesTests
{
    private static readonly Account Ann = new(1, "ann");

    private static readonly Account Bob = new(2, "bob");

    private static readonly Account Cat = new(3, "cat");

    private static readonly Gen<PublishedRelease> Releases =
        Gen.Select(Gen.Long[1, 40], Gen.Bool, Gen.Int[1, 28]).Select((id, prerelease, day) => new PublishedRelease(id, $"v{id}", prerelease, Day(day)));

    [Fact]
    public void Nothing_is_said_unless_the_config_wants_it()
    {
        var wanted = new ThanksSettings { Release = new() { Enabled = true } };

        Assert.Null(ReleaseRules.Wanted(new()));
        Assert.Same(wanted.Release, ReleaseRules.Wanted(wanted));
        Assert.Null(ReleaseRules.Wanted(wanted with { Enabled = false }));
    }

    [Theory]
    [InlineData(4, 20, false, "v1")]
    [InlineData(4, 20, true, "v2-rc2")]
    [InlineData(2, 11, true, "v1")]
    [InlineData(9, 9, false, null)]
    public void Prereleases_are_passed_over_but_by_prereleases(long id, int day, bool prerelease, string? previous)
    {
        PublishedRelease[] releases =
            [new(4, "v2", false, Day(20)), new(3, "v2-rc2", true, Day(15)), new(5, "v3", false, Day(25)), new(1, "v1", false, Day(10)), new(2, "v2-rc1", true, Day(11))];

        Assert.Equal(previous, ReleaseRules.Previous(releases, id, Day(day), prerelease)?.Tag);
    }

    [Fact]
    public void Nothing_lies_between_a_release_and_the_one_it_follows() => Gen.Select(Releases.Array[0, 12], Releases).Sample((releases, release) =>
    {
        var previous = ReleaseRules.Previous(releases, release.Id, release.PublishedAt, release.IsPrerelease);

        Assert.True(previous is null || (previous.Id != release.Id && previous.PublishedAt < release.PublishedAt && (release.IsPrerelease || !previous.IsPrerelease)));
        Assert.DoesNotContain(releases, other =>
            other.Id != release.Id && other.PublishedAt < release.PublishedAt && (release.IsPrerelease || !other.IsPrerelease) && !(other.PublishedAt <= previous?.PublishedAt));
    });

    [Fact]
    public void Authors_are_those_of_commits_and_of_pull_requests() =>
        Assert.Equal([Ann, Bob, Cat], ReleaseRules.Authors([Commit(author: Ann), Commit(author: Cat, pull: Pull(1, Bob))]));

    [Theory]
    [InlineData("Merge pull request #1 from ann/main\n\nAdd it")]
    [InlineData("Merge branch 'main' into more")]
    [InlineData("Merge remote-tracking branch 'origin/main'")]
    public void Who_presses_the_button_is_no_author(string message) => Assert.Equal([Ann], ReleaseRules.Authors([Commit(message, Bob, Pull(1, Ann))]));

    [Theory]
    [InlineData("Merge the two lists (#1)")]
    [InlineData("Say why\n\nMerge branch 'main' is what it was")]
    public void A_change_that_speaks_of_merging_is_one(string message) => Assert.Contains(Bob, ReleaseRules.Authors([Commit(message, Bob)]));

    [Fact]
    public void Nobody_reviews_or_reports_for_themselves()
    {
        var commits = new[] { Commit(pull: Pull(1, Ann) with { Reviewers = [Ann, Bob], Reporters = [Ann, Cat] }), Commit(pull: Pull(2, null) with { Reporters = [Ann] }) };

        Assert.Equal([Bob], ReleaseRules.Reviewers(commits));
        Assert.Equal([Cat, Ann], ReleaseRules.Reporters(commits));
    }

    [Fact]
    public void First_merges_are_the_earliest_of_each_author_whatever_the_order_of_commits()
    {
        var pulls = new[] { Pull(7, Ann, day: 3), Pull(8, Bob, day: 2), Pull(9, Ann, day: 1), Pull(10, null, day: 1), Pull(6, Cat, day: 2), Pull(11, Cat, day: 2) };

        Gen.Shuffle(pulls).Sample(shuffled => Assert.Equal(
            [(Ann, 9), (Cat, 6), (Bob, 8)],
            ReleaseRules.FirstMerges(shuffled.Select(pull => Commit(pull: pull))).Select(merge => (merge.Author, merge.PullRequest.Number))));
    }

    [Fact]
    public void Everybody_stands_once_in_the_strongest_list_under_one_login()
    {
        var people = Gen.Long[1, 6].Select(id => new Account(id, $"person-{id}")).List[0, 8];
        Gen.Select(people, people, people).Sample((first, second, third) =>
        {
            var lists = ReleaseRules.EachOnce(("first", first), ("second", second), ("third", third));

            Assert.Equal(first.Select(person => person.Login).Distinct(), lists["first"]);
            Assert.Equal(second.Except(first).Select(person => person.Login), lists["second"]);
            Assert.Equal(third.Except(first).Except(second).Select(person => person.Login), lists["third"]);
        });
    }

    private static DateTimeOffset Day(int day) => new(2026, 1, day, 0, 0, 0, TimeSpan.Zero);

    private static ReleasedCommit Commit(string message = "Change it", Account? author = null, ReleasedPullRequest? pull = null) => new(message, author, pull);

    private static ReleasedPullRequest Pull(int number, Account? author, int day = 1) => new(number, Day(day), author, [], []);
}
