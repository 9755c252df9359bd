using CommunityBot.Features.Welcome;
using CommunityBot.Ledger;
using CsCheck;
using Octokit.Webhooks.Models;

namespace CommunityBot.Tests.Features.Welcome;

public sealed class WelcomeRulesTests
{
    private static readonly History Nothing = new(null, null, null, null);

    [Fact]
    public void Somebody_who_did_nothing_before_is_welcomed()
    {
        Assert.True(WelcomeRules.IsFirst(Issue(10), Nothing));
        Assert.True(WelcomeRules.IsFirst(Pull(10), Nothing));
        Assert.True(WelcomeRules.IsFirst(Discussion(10), Nothing));
    }

    [Fact]
    public void The_item_itself_is_nothing_before() => Assert.True(WelcomeRules.IsFirst(Issue(10), Nothing with { FirstIssue = 10 }));

    [Fact]
    public void An_earlier_one_of_the_kind_makes_it_a_later_one()
    {
        Assert.False(WelcomeRules.IsFirst(Issue(10), Nothing with { FirstIssue = 9 }));
        Assert.False(WelcomeRules.IsFirst(Pull(10), Nothing with { FirstPullRequest = 9 }));
        Assert.False(WelcomeRules.IsFirst(Discussion(10), Nothing with { FirstDiscussion = 9 }));
    }

    [Fact]
    public void Each_kind_counts_for_itself()
    {
        Assert.True(WelcomeRules.IsFirst(Issue(10), Nothing with { FirstPullRequest = 9 }));
        Assert.True(WelcomeRules.IsFirst(Pull(10), Nothing with { FirstIssue = 9, FirstDiscussion = 8 }));
        Assert.True(WelcomeRules.IsFirst(Discussion(10), Nothing with { FirstIssue = 9, FirstPullRequest = 8 }));
    }

    [Fact]
    public void Who_had_a_pull_request_merged_is_no_newcomer() =>
        Assert.False(WelcomeRules.IsFirst(Issue(10), Nothing with { FirstPullRequest = 3, FirstMerged = 3 }));

    [Fact]
    public void What_came_from_elsewhere_is_not_new() => Assert.False(WelcomeRules.IsFirst(Issue(10) with { CameFromElsewhere = true }, Nothing));

    [Fact]
    public void Higher_numbers_change_nothing() =>
        Gen.Select(Gen.Int[1, 1000], Gen.Bool, Gen.Long[0, 1000], Gen.Long[0, 1000], Gen.Long[0, 1000]).Sample((number, isPull, issue, pull, merged) =>
            Assert.True(WelcomeRules.IsFirst(isPull ? Pull(number) : Issue(number), new(number + issue, number + pull, number + merged, LastAt: null))));

    [Fact]
    public void Of_all_items_of_a_person_at_most_one_of_a_kind_is_first_in_whatever_order_they_come() =>
        Gen.Int[1, 50].HashSet[1, 20].Sample(numbers =>
            Assert.Equal([numbers.Min()], numbers.Where(number => WelcomeRules.IsFirst(Issue(number), Nothing with { FirstIssue = numbers.Min() }))));

    [Fact]
    public void The_config_can_want_no_welcome_or_not_of_one_kind()
    {
        var settings = new WelcomeSettings { FirstIssue = new() { Enabled = false } };

        Assert.Null(WelcomeRules.Wanted(Issue(1), settings));
        Assert.Same(settings.FirstDiscussion, WelcomeRules.Wanted(Discussion(1), settings));
        Assert.Same(settings.FirstPullRequest, WelcomeRules.Wanted(Pull(1), settings));
        Assert.Null(WelcomeRules.Wanted(Pull(1), settings with { Enabled = false }));
    }

    private static OpenedItem Issue(int number) => new(
        ItemKind.Issue, number, "title", "https://github.com/o/r/issues/1", Author, "NONE", default, [], CameFromElsewhere: false);

    private static OpenedItem Pull(int number) => Issue(number) with { Kind = ItemKind.PullRequest };

    private static OpenedItem Discussion(int number) => Issue(number) with { Kind = ItemKind.Discussion };

    private static User Author => new() { Login = "newcomer", Id = 1, AvatarUrl = "", Url = "", Type = UserType.User };
}
