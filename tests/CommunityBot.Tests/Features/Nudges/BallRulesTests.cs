using CommunityBot.Features.Nudges;
using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;

namespace CommunityBot.Tests.Features.Nudges;

public sealed class BallRulesTests
{
    private static readonly NudgesSettings Settings = new();

    [Fact]
    public void A_new_pull_request_waits_for_a_first_response() => Lies(Pulls.Opened(), BallHolder.Reviewer, "nudges.first-response", since: 0);

    [Fact]
    public void What_the_author_does_begins_the_wait_anew() => Lies(Pulls.Opened().Acted(5), BallHolder.Reviewer, "nudges.first-response", since: 5);

    [Theory]
    [InlineData("changes_requested")]
    [InlineData("commented")]
    public void A_review_that_asks_for_something_gives_the_ball_to_the_author_until_they_answer(string state)
    {
        var asked = Pulls.Opened().Reviewed(2, state);

        Lies(asked, BallHolder.Author, "nudges.author", since: 2);
        Lies(asked.Acted(3), BallHolder.Reviewer, "nudges.review", since: 3);
    }

    [Fact]
    public void A_comment_that_asks_nothing_leaves_the_ball_where_it_is_and_begins_the_wait_anew()
    {
        Lies(Pulls.Opened().Commented(2, "I will look at it tomorrow."), BallHolder.Reviewer, "nudges.review", since: 2);
        Lies(Pulls.Opened().Commented(2, "Why is that?"), BallHolder.Author, "nudges.author", since: 2);
        Lies(Pulls.Opened().Reviewed(2, "commented").Commented(4, "Take your time."), BallHolder.Author, "nudges.author", since: 4);
    }

    [Fact]
    public void An_approval_gives_it_to_the_merger_unless_somebody_still_wants_something()
    {
        Lies(Pulls.Opened().Reviewed(2, "approved"), BallHolder.Merger, "nudges.merge", since: 2);
        Lies(Pulls.Opened().Reviewed(1, "commented").Reviewed(2, "approved"), BallHolder.Merger, "nudges.merge", since: 2);
        Lies(Pulls.Opened().Reviewed(1, "commented", Pulls.Other).Reviewed(2, "approved"), BallHolder.Author, "nudges.author", since: 2);
        Lies(Pulls.Opened().Reviewed(1, "changes_requested", Pulls.Other).Acted(2).Reviewed(3, "approved"), BallHolder.Reviewer, "nudges.review", since: 3);
        Lies(Pulls.Opened().Reviewed(1, "approved").Commented(2, "Can you squash it?"), BallHolder.Author, "nudges.author", since: 2);
    }

    [Fact]
    public void A_review_that_comments_after_an_approval_of_the_same_person_asks_only_in_so_many_words()
    {
        var approved = Pulls.Opened().Reviewed(1, "approved");

        Lies(approved.Reviewed(2, "commented"), BallHolder.Merger, "nudges.merge", since: 2);
        Lies(approved.Reviewed(2, "commented", body: "Nice work."), BallHolder.Merger, "nudges.merge", since: 2);
        Lies(approved.Reviewed(2, "commented", body: "Can you squash it?"), BallHolder.Author, "nudges.author", since: 2);
        Lies(approved.Reviewed(2, "commented", by: Pulls.Other), BallHolder.Author, "nudges.author", since: 2);
        Lies(approved.Reviewed(2, "commented").Reviewed(1, "dismissed"), BallHolder.Author, "nudges.author", since: 2);
    }

    [Fact]
    public void A_dismissed_review_counts_no_more()
    {
        var dismissed = Pulls.Opened().Reviewed(1, "changes_requested").Reviewed(1, "dismissed");

        Lies(dismissed, BallHolder.Reviewer, "nudges.review", since: 1);
    }

    [Fact]
    public void Failing_checks_are_the_authors_only_after_a_review()
    {
        Lies(Pulls.Opened().Commented(2, "I will look at it tomorrow."), BallHolder.Reviewer, "nudges.review", since: 2, CommitChecks.Red);
        Lies(Pulls.Opened(), BallHolder.Reviewer, "nudges.first-response", since: 0, CommitChecks.Red);
        Lies(Pulls.Opened().Reviewed(2, "approved"), BallHolder.Author, "nudges.author", since: 2, CommitChecks.Red);
        Lies(Pulls.Opened().Reviewed(2, "commented").Acted(3), BallHolder.Author, "nudges.author", since: 3, CommitChecks.Red);
    }

    [Fact]
    public void Nobody_has_it_of_a_draft_and_of_what_is_closed_locked_or_exempt()
    {
        var pull = Pulls.Snapshot(1);

        Assert.All(
            [pull with { IsDraft = true }, pull with { IsOpen = false }, pull with { IsLocked = true }, pull with { Labels = ["On-Hold"] }],
            snapshot => Assert.Equal(Ball.Nobodys, BallRules.Of(Pulls.Opened().Merge(PullFacts.None with { Snapshot = snapshot }), Settings, checks: null)));
        Assert.Equal(Ball.Nobodys, BallRules.Of(PullFacts.AuthorActed(Pulls.Start), Settings, checks: null));
    }

    [Fact]
    public void A_draft_that_is_ready_waits_from_then_on() =>
        Lies(Pulls.Opened().Merge(PullFacts.None with { ReadyAt = Pulls.At(48) }), BallHolder.Reviewer, "nudges.first-response", since: 48);

    private static void Lies(PullFacts facts, BallHolder holder, string moment, double since, CommitChecks? checks = null)
    {
        var ball = BallRules.Of(facts, Settings, checks);

        Assert.Equal((holder, moment, Pulls.At(since)), (ball.Holder, ball.Moment?.Kind, ball.Since));
    }
}
