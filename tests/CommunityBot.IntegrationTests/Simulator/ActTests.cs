using System.Net;
using CommunityBot.GitHub;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Simulator;

/// <summary>What the bot does at GitHub beside saying something, by its own client.</summary>
public sealed class ActTests : IAsyncLifetime
{
    private Scene _scene = null!;
    private SimulatedItem _pull = null!;
    private SimulatedUser _maintainer = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private IGitHubWriter Writer => _scene.Bot.Services.GetRequiredService<IGitHubWriter>();

    private RepositoryRef Repository => new(_scene.Installation.Id, _scene.Repository.Id, "octo", "hello");

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _pull = _scene.OpenPullRequest("newcomer");
        _maintainer = _scene.GitHub.AddUser("maintainer");
        _scene.Repository.Roles[_maintainer.Id] = "write";
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Assigned_are_collaborators_and_who_took_part()
    {
        var issue = _scene.OpenIssue("reporter");
        _scene.GitHub.Comment(issue, _scene.GitHub.AddUser("helper"));
        _scene.GitHub.AddUser("stranger");

        foreach (var login in new[] { "maintainer", "Reporter", "helper", "helper" })
        {
            await Writer.AssignAsync(Repository, issue.Number, login, Stop);
        }

        await RefusedAsync(422, () => Writer.AssignAsync(Repository, issue.Number, "stranger", Stop));
        await RefusedAsync(422, () => Writer.AssignAsync(Repository, issue.Number, "nobody", Stop));
        await RefusedAsync(404, () => Writer.AssignAsync(Repository, 99, "maintainer", Stop));
        Assert.Equal(["maintainer", "reporter", "helper"], issue.Assignees.Select(user => user.Login));

        await Writer.UnassignAsync(Repository, issue.Number, "reporter", Stop);
        await Writer.UnassignAsync(Repository, issue.Number, "stranger", Stop);
        Assert.Equal(["maintainer", "helper"], issue.Assignees.Select(user => user.Login));

        SimulatedGitHub.Delete(issue);
        await RefusedAsync(410, () => Writer.AssignAsync(Repository, issue.Number, "maintainer", Stop));
    }

    [Fact]
    public async Task A_review_is_asked_of_collaborators_and_not_of_the_author()
    {
        _scene.GitHub.AddUser("stranger");

        await Writer.RequestReviewAsync(Repository, _pull.Number, "maintainer", Stop);
        await Writer.RequestReviewAsync(Repository, _pull.Number, "maintainer", Stop);

        await RefusedAsync(422, () => Writer.RequestReviewAsync(Repository, _pull.Number, "newcomer", Stop));
        await RefusedAsync(422, () => Writer.RequestReviewAsync(Repository, _pull.Number, "stranger", Stop));
        await RefusedAsync(404, () => Writer.RequestReviewAsync(Repository, _scene.OpenIssue("reporter").Number, "maintainer", Stop));
        Assert.Equal(["maintainer"], _pull.RequestedReviewers.Select(user => user.Login));
    }

    [Fact]
    public async Task An_item_is_closed_for_a_reason_or_none()
    {
        var issue = _scene.OpenIssue("reporter");

        await RefusedAsync(422, () => Writer.CloseAsync(Repository, issue.Number, "boring", Stop));
        await Writer.CloseAsync(Repository, issue.Number, "not_planned", Stop);
        await Writer.CloseAsync(Repository, _pull.Number, reason: null, Stop);

        Assert.Equal((_scene.GitHub.Bot, "not_planned"), (issue.ClosedBy, issue.StateReason));
        Assert.Equal((_scene.GitHub.Bot, null), (_pull.ClosedBy, _pull.StateReason));
    }

    [Fact]
    public async Task A_comment_is_deleted_once_and_gone_then()
    {
        var (one, other) = (_scene.GitHub.Comment(_pull, _maintainer), _scene.GitHub.Comment(_pull, _maintainer));

        await Writer.DeleteCommentAsync(Repository, one.Id, Stop);
        await Writer.DeleteCommentAsync(Repository, one.Id, Stop);

        Assert.Same(other, Assert.Single(_pull.Comments));
        _scene.Repository.Archived = true;
        await RefusedAsync(403, () => Writer.DeleteCommentAsync(Repository, other.Id, Stop));
    }

    [Fact]
    public async Task Every_kind_of_comment_is_reacted_to_once()
    {
        var discussion = _scene.OpenDiscussion("asker");
        var (comment, line, answer) = (_scene.GitHub.Comment(_pull, _maintainer), _scene.GitHub.CommentOnLine(_pull, _maintainer), _scene.GitHub.Comment(discussion, _maintainer));

        foreach (var (kind, said) in new[] { (CommentKind.Issue, comment), (CommentKind.Review, line), (CommentKind.Discussion, answer), (CommentKind.Issue, comment) })
        {
            await Writer.ReactToCommentAsync(Repository, new(kind, said.Id, said.NodeId), "rocket", Stop);
        }

        Assert.Equal([("rocket", _scene.GitHub.Bot)], comment.Reactions.Select(reaction => (reaction.Content, reaction.Author)));
        Assert.Equal(["rocket"], line.Reactions.Select(reaction => reaction.Content));
        Assert.Equal(["rocket"], answer.Reactions.Select(reaction => reaction.Content));
        Assert.Empty(discussion.Reactions);
        await RefusedAsync(422, () => Writer.ReactToCommentAsync(Repository, new(CommentKind.Issue, comment.Id, comment.NodeId), "party", Stop));
        await RefusedAsync(404, () => Writer.ReactToCommentAsync(Repository, new(CommentKind.Review, comment.Id, comment.NodeId), "rocket", Stop));
        await RefusedAsync(404, () => Writer.ReactToCommentAsync(Repository, new(CommentKind.Discussion, 1, "DC_nothing"), "rocket", Stop));
        _scene.GitHub.Lock(_pull);
        await RefusedAsync(403, () => Writer.ReactToCommentAsync(Repository, new(CommentKind.Issue, comment.Id, comment.NodeId), "eyes", Stop));
    }

    [Fact]
    public async Task What_is_changed_is_for_who_may_write()
    {
        var comment = _scene.GitHub.Comment(_pull, _maintainer);
        (_scene.Installation.Permissions["issues"], _scene.Installation.Permissions["pull_requests"]) = ("read", "read");

        await RefusedAsync(403, () => Writer.AssignAsync(Repository, _pull.Number, "maintainer", Stop));
        await RefusedAsync(403, () => Writer.UnassignAsync(Repository, _pull.Number, "maintainer", Stop));
        await RefusedAsync(403, () => Writer.RequestReviewAsync(Repository, _pull.Number, "maintainer", Stop));
        await RefusedAsync(403, () => Writer.CloseAsync(Repository, _pull.Number, null, Stop));
        await RefusedAsync(403, () => Writer.DeleteCommentAsync(Repository, comment.Id, Stop));
        await RefusedAsync(403, () => Writer.ReactToCommentAsync(Repository, new(CommentKind.Issue, comment.Id, ""), "rocket", Stop));
        Assert.Null(_pull.ClosedAt);
    }

    [Fact]
    public async Task A_repository_that_moved_is_followed()
    {
        _scene.GitHub.Rename(_scene.Repository, "hallo");
        var issue = _scene.OpenIssue("reporter");

        await Writer.AssignAsync(Repository, issue.Number, "reporter", Stop);
        await Writer.UnassignAsync(Repository, issue.Number, "reporter", Stop);
        await Writer.CloseAsync(Repository, issue.Number, "completed", Stop);
        await Writer.DeleteCommentAsync(Repository, _scene.GitHub.Comment(issue, _maintainer).Id, Stop);

        Assert.Empty(issue.Assignees);
        Assert.Empty(issue.Comments);
        Assert.NotNull(issue.ClosedAt);
    }

    private static async Task RefusedAsync(int status, Func<Task> call) =>
        Assert.Equal((HttpStatusCode)status, (await Assert.ThrowsAsync<GitHubRefusedException>(call)).Status);
}
