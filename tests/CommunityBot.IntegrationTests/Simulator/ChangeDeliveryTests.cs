using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.DiscussionComment;
using Octokit.Webhooks.Events.IssueComment;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Events.PullRequestReview;
using Octokit.Webhooks.Events.PullRequestReviewComment;

namespace CommunityBot.IntegrationTests.Simulator;

/// <summary>Deliveries that tell of a change hold all that the library demands, and what the change was.</summary>
public sealed class ChangeDeliveryTests : IAsyncLifetime
{
    private Caller _caller = null!;
    private SimulatedUser _author = null!;
    private SimulatedUser _maintainer = null!;
    private SimulatedItem _pull = null!;

    private SimulatedGitHub GitHub => _caller.GitHub;

    private Octokit.Webhooks.Models.PullRequestEvent.PullRequest Pull => Read<PullRequestReopenedEvent>(GitHub.Deliveries.Reopened(_pull)).PullRequest;

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        (_author, _maintainer) = (GitHub.AddUser("newcomer"), GitHub.AddUser("maintainer"));
        _pull = GitHub.OpenPullRequest(_caller.Repository, _author);
    }

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public void A_comment_is_told_where_it_stands_and_what_it_was()
    {
        var discussion = GitHub.OpenDiscussion(_caller.Repository, _author);
        var (comment, answer, line) = (GitHub.Comment(_pull, _maintainer, "One", "MEMBER"), GitHub.Comment(discussion, _maintainer, "Two"), GitHub.CommentOnLine(_pull, _maintainer, "Three"));

        var created = Read<IssueCommentCreatedEvent>(GitHub.Deliveries.Commented(_pull, comment));
        Assert.Equal((comment.NodeId, "One", "maintainer", true), (created.Comment.NodeId, created.Comment.Body, created.Sender?.Login, created.Issue.PullRequest is not null));
        Assert.Equal(answer.NodeId, Read<DiscussionCommentCreatedEvent>(GitHub.Deliveries.Commented(discussion, answer)).Comment.NodeId);
        var onLine = Read<PullRequestReviewCommentCreatedEvent>(GitHub.Deliveries.Commented(_pull, line));
        Assert.Equal((line.NodeId, "README.md", _pull.Number), (onLine.Comment.NodeId, onLine.Comment.Path, onLine.PullRequest.Number));

        var edited = Read<IssueCommentEditedEvent>(GitHub.Deliveries.CommentEdited(_pull, comment, GitHub.EditComment(comment, "Another"), _author));
        Assert.Equal(("One", "Another", "newcomer"), (edited.Changes.Body?.From, edited.Comment.Body, edited.Sender?.Login));
        var editedAnswer = GitHub.Deliveries.CommentEdited(discussion, answer, GitHub.EditComment(answer, "Another"));
        Assert.Equal(("Another", "Two"), (Read<DiscussionCommentEditedEvent>(editedAnswer).Comment.Body, $"{Tree(editedAnswer)["changes"]!["body"]!["from"]}"));
        var editedLine = GitHub.Deliveries.CommentEdited(_pull, line, GitHub.EditComment(line, "Another"));
        Assert.Equal(("Another", "Three"), (Read<PullRequestReviewCommentEditedEvent>(editedLine).Comment.Body, $"{Tree(editedLine)["changes"]!["body"]!["from"]}"));
    }

    [Fact]
    public void A_push_and_another_target_are_told_with_what_was_before()
    {
        var before = GitHub.Push(_pull, _maintainer);
        var pushed = Read<PullRequestSynchronizeEvent>(GitHub.Deliveries.Synchronized(_pull, before, _maintainer));
        Assert.Equal((before, _pull.HeadSha, _pull.HeadSha, "maintainer"), (pushed.Before, pushed.After, pushed.PullRequest.Head.Sha, pushed.Sender?.Login));
        Assert.NotEqual(before, _pull.HeadSha);

        var moved = GitHub.Deliveries.BaseEdited(_pull, "trunk");
        Assert.Equal(("main", "trunk"), (Read<PullRequestEditedEvent>(moved).PullRequest.Base.Ref, $"{Tree(moved)["changes"]!["base"]!["ref"]!["from"]}"));
        Assert.Equal("Old", Read<PullRequestEditedEvent>(GitHub.Deliveries.TitleEdited(_pull, "Old")).Changes.Title?.From);
    }

    [Fact]
    public void A_draft_is_told_both_ways()
    {
        GitHub.MakeDraft(_pull);
        Assert.True(Read<PullRequestConvertedToDraftEvent>(GitHub.Deliveries.MadeDraft(_pull)).PullRequest.Draft);
        GitHub.MakeReady(_pull);
        Assert.False(Read<PullRequestReadyForReviewEvent>(GitHub.Deliveries.MadeReady(_pull)).PullRequest.Draft);
    }

    [Fact]
    public void Who_is_asked_for_a_review_is_asked_until_there_is_one()
    {
        var (team, member) = (GitHub.AddTeam(_caller.Installation.Account, "maintainers", _caller.Repository), GitHub.AddUser("member"));
        SimulatedGitHub.AddMember(team, member);
        GitHub.RequestReview(_pull, _maintainer);
        GitHub.RequestReview(_pull, team);

        Assert.Equal("maintainer", Read<PullRequestReviewRequestedEvent>(GitHub.Deliveries.ReviewRequested(_pull, _maintainer)).RequestedReviewer?.Login);
        var asked = GitHub.Deliveries.ReviewRequested(_pull, team);
        Read<PullRequestReviewRequestedEvent>(asked);
        Assert.Equal("maintainers", $"{Tree(asked)["requested_team"]!["slug"]}");
        Assert.Equal(("maintainer", "maintainers"), (Pull.RequestedReviewers.Single().Login, Pull.RequestedTeams.Single().Slug));

        GitHub.Review(_pull, _maintainer);
        GitHub.Review(_pull, member, "commented");
        Assert.Empty(Pull.RequestedReviewers);
        Assert.Empty(Pull.RequestedTeams);

        Assert.Equal("maintainer", Read<PullRequestReviewRequestRemovedEvent>(GitHub.Deliveries.ReviewRequestRemoved(_pull, _maintainer)).RequestedReviewer?.Login);
        Read<PullRequestReviewRequestRemovedEvent>(GitHub.Deliveries.ReviewRequestRemoved(_pull, team));
    }

    [Fact]
    public void A_review_that_no_longer_counts_is_told_by_who_said_so()
    {
        var review = GitHub.Review(_pull, _maintainer, "changes_requested");
        GitHub.Dismiss(review);

        var dismissed = Read<PullRequestReviewDismissedEvent>(GitHub.Deliveries.ReviewDismissed(review, _author));
        Assert.Equal(("dismissed", "maintainer", "newcomer"), (dismissed.Review.State?.StringValue, dismissed.Review.User?.Login, dismissed.Sender?.Login));
    }

    [Fact]
    public void An_issue_is_told_with_who_works_on_it()
    {
        var issue = GitHub.OpenIssue(_caller.Repository, _author);
        GitHub.Assign(issue, _maintainer);
        GitHub.Assign(issue, _maintainer);
        var assigned = Read<IssuesAssignedEvent>(GitHub.Deliveries.Assigned(issue, _maintainer, _author));
        Assert.Equal(("maintainer", 1), (assigned.Assignee?.Login, assigned.Issue.Assignees.Count));
        GitHub.Unassign(issue, _maintainer);
        var unassigned = Read<IssuesUnassignedEvent>(GitHub.Deliveries.Unassigned(issue, _maintainer));
        Assert.Equal(("maintainer", 0), (unassigned.Assignee?.Login, unassigned.Issue.Assignees.Count));

        GitHub.Close(issue, _maintainer, "not_planned");
        Assert.Equal("not_planned", $"{Tree(GitHub.Deliveries.Closed(issue))["issue"]!["state_reason"]}");
        SimulatedGitHub.Reopen(issue);
        Assert.Equal("maintainer", Read<IssuesReopenedEvent>(GitHub.Deliveries.Reopened(issue, _maintainer)).Sender?.Login);
        Assert.Equal("bug", Read<IssuesLabeledEvent>(GitHub.Deliveries.Labeled(issue, "bug")).Label?.Name);
        Assert.Equal("bug", Read<IssuesUnlabeledEvent>(GitHub.Deliveries.Unlabeled(issue, "bug")).Label?.Name);
        Assert.Equal("bug", Read<PullRequestLabeledEvent>(GitHub.Deliveries.Labeled(_pull, "bug")).Label?.Name);
        Assert.Equal("bug", Read<PullRequestUnlabeledEvent>(GitHub.Deliveries.Unlabeled(_pull, "bug")).Label?.Name);
    }

    private static JsonNode Tree(SimulatedDelivery delivery) => JsonNode.Parse(delivery.Body)!;

    private static TEvent Read<TEvent>(SimulatedDelivery delivery)
        where TEvent : WebhookEvent => JsonSerializer.Deserialize<TEvent>(delivery.Body)!;
}
