using System.Text.Json;
using CommunityBot.GitHubSimulator;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.IssueComment;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Events.PullRequestReview;

namespace CommunityBot.IntegrationTests.Simulator;

/// <summary>What people do with issues and pull requests until these are closed, and what deliveries tell of it.</summary>
public sealed class MergeTests : IAsyncLifetime
{
    private Caller _caller = null!;
    private SimulatedUser _maintainer = null!;
    private SimulatedItem _issue = null!;
    private SimulatedItem _pull = null!;

    private SimulatedGitHub GitHub => _caller.GitHub;

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        _maintainer = GitHub.AddUser("maintainer");
        _issue = GitHub.OpenIssue(_caller.Repository, GitHub.AddUser("reporter"));
        _pull = GitHub.OpenPullRequest(_caller.Repository, GitHub.AddUser("newcomer"));
    }

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public async Task A_merge_tells_by_whom_and_as_what()
    {
        GitHub.PutFile(_pull, "new.md", "new\n", "Add a file\n\nCo-authored-by: friend <1+friend@users.noreply.github.com>");
        var sha = GitHub.Merge(_pull, _maintainer);

        var closed = Read<PullRequestClosedEvent>(GitHub.Deliveries.Closed(_pull));

        Assert.Equal(("maintainer", "maintainer", sha), (closed.Sender?.Login, closed.PullRequest.MergedBy?.Login, closed.PullRequest.MergeCommitSha));
        Assert.Equal((true, _pull.ClosedAt, 2), (closed.PullRequest.Merged, closed.PullRequest.MergedAt, closed.PullRequest.Commits));
        var commit = _caller.Repository.Files.Head;
        Assert.Equal((sha, "newcomer", "new\n"), (commit.Sha, commit.Author?.Login, _caller.Repository.Files["new.md"]));
        Assert.Equal("Merge pull request #2 from octo/fix-2\n\nMake it work", commit.Message);
        Assert.Equal("maintainer", $"{(await _caller.GetObjectAsync("repos/octo/hello/issues/2"))["closed_by"]!["login"]}");
    }

    [Fact]
    public void A_merge_may_have_words_of_its_own()
    {
        GitHub.Merge(_pull, message: "Make it work (#2)");

        Assert.Equal(("Make it work (#2)", "owner"), (_caller.Repository.Files.Head.Message, _pull.MergedBy?.Login));
    }

    [Fact]
    public void A_merge_into_the_default_branch_closes_what_it_says()
    {
        var elsewhere = GitHub.OpenIssue(GitHub.AddRepository(_caller.Installation, "octo", "other"), _maintainer);
        var settled = GitHub.OpenIssue(_caller.Repository, _maintainer);
        GitHub.Close(settled, stateReason: "not_planned");
        SimulatedGitHub.Closes(_pull, _issue, elsewhere, settled);
        GitHub.Merge(_pull, _maintainer);

        var closed = Read<IssuesClosedEvent>(GitHub.Deliveries.Closed(_issue));
        Assert.Equal(("maintainer", "completed"), (closed.Sender?.Login, closed.Issue.StateReason));
        Assert.NotNull(elsewhere.ClosedAt);
        Assert.Equal("not_planned", Read<IssuesClosedEvent>(GitHub.Deliveries.Closed(settled, _maintainer)).Issue.StateReason);
    }

    [Fact]
    public void A_merge_into_another_branch_closes_nothing_else()
    {
        _pull.BaseRef = "next";
        SimulatedGitHub.Closes(_pull, _issue);
        GitHub.Merge(_pull);

        Assert.Null(_issue.ClosedAt);
    }

    [Fact]
    public void Labels_come_and_go()
    {
        GitHub.AddLabel(_issue, "help wanted");
        var labeled = Read<IssuesLabeledEvent>(GitHub.Deliveries.Labeled(_issue, "help wanted", _maintainer));
        GitHub.RemoveLabel(_issue, "help wanted");
        var unlabeled = Read<IssuesUnlabeledEvent>(GitHub.Deliveries.Unlabeled(_issue, "help wanted", _maintainer));
        GitHub.AddLabel(_pull, "hold");
        var held = Read<PullRequestLabeledEvent>(GitHub.Deliveries.Labeled(_pull, "hold", _maintainer));

        Assert.Equal(("maintainer", "help wanted", 1), (labeled.Sender?.Login, labeled.Label?.Name, labeled.Issue.Labels?.Count));
        Assert.Equal(("help wanted", 0), (unlabeled.Label?.Name, unlabeled.Issue.Labels?.Count));
        Assert.Equal(("hold", "hold"), (held.Label.Name, Assert.Single(held.PullRequest.Labels).Name));
        Assert.Equal("hold", Read<PullRequestUnlabeledEvent>(GitHub.Deliveries.Unlabeled(_pull, "hold")).Label.Name);
    }

    [Theory]
    [InlineData("approved")]
    [InlineData("changes_requested")]
    [InlineData("commented")]
    public void A_review_is_told_with_its_state(string state)
    {
        var delivery = GitHub.Deliveries.ReviewSubmitted(GitHub.Review(_pull, _maintainer, state, "Well done.", "MEMBER"));

        var submitted = Read<PullRequestReviewSubmittedEvent>(delivery);
        Assert.Equal(("pull_request_review", "maintainer", _pull.Number), (delivery.Event, submitted.Sender?.Login, submitted.PullRequest.Number));
        Assert.Equal((state, "Well done.", "MEMBER"), (submitted.Review.State?.StringValue, submitted.Review.Body, submitted.Review.AuthorAssociation.StringValue));
    }

    [Fact]
    public void Comments_and_assignees_are_told()
    {
        GitHub.Assign(_issue, _maintainer);
        var comment = GitHub.Comment(_issue, _maintainer, "Thank you.", "MEMBER");

        var created = Read<IssueCommentCreatedEvent>(GitHub.Deliveries.Commented(_issue, comment));
        Assert.Equal(("Thank you.", "MEMBER"), (created.Comment.Body, created.Comment.AuthorAssociation.StringValue));
        Assert.Equal("maintainer", Assert.Single(created.Issue.Assignees).Login);
    }

    private static TEvent Read<TEvent>(SimulatedDelivery delivery)
        where TEvent : WebhookEvent => JsonSerializer.Deserialize<TEvent>(delivery.Body)!;
}
