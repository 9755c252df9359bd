using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Commands;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Closing;

public sealed class ClosingTests : IAsyncLifetime
{
    private Scene _scene = null!;

    private SimulatedItem _issue = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _issue = _scene.OpenIssue("author");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("not-yet", "It is closed for now, for this reason:", "since other things in hello have to come first")]
    [InlineData("no", "It is closed for this reason:", "since it does not fit where hello is going")]
    public async Task An_issue_is_closed_with_the_reason_the_roadmap_and_a_way_back(string command, string words, string otherReason)
    {
        await _scene.ConfigureAsync("links: { roadmap: https://example.org/roadmap }\n");
        var comment = await _scene.CommentAsync(_issue, "maintainer", $"/{command} We wait for @others and #1 <!--", association: "MEMBER");

        Assert.NotNull(_issue.ClosedAt);
        Assert.Equal("not_planned", _issue.StateReason);
        Assert.Equal(["rocket"], _scene.Answers(comment));
        var said = Assert.Single(_scene.Said(_issue, $"closing.{command}"));
        Assert.StartsWith($"Hi @author, thank you for the time that went into this issue. {words}\n\n> We wait for", said, StringComparison.Ordinal);
        Assert.Contains("(https://example.org/roadmap)", said, StringComparison.Ordinal);
        Assert.Contains("a comment here is", said, StringComparison.Ordinal);
        Assert.DoesNotContain("@others", said, StringComparison.Ordinal);
        Assert.DoesNotContain(otherReason, said, StringComparison.Ordinal);
        Assert.EndsWith($"<!-- community-bot moment=closing.{command} key={_scene.Repository.Id}-{_issue.Number} -->", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-yet", "It is closed for now, since other things in hello have to come first.")]
    [InlineData("no", "It is closed, since it does not fit where hello is going.")]
    public async Task Without_a_reason_there_is_a_kind_one(string command, string words)
    {
        await _scene.CommentAsync(_issue, "maintainer", $"/{command}", association: "MEMBER");

        Assert.StartsWith($"Hi @author, thank you for the time that went into this issue. {words}\n\n", Assert.Single(_scene.Said(_issue, $"closing.{command}")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pull_request_is_closed_also_from_one_of_its_lines()
    {
        var pull = _scene.OpenPullRequest("author");
        var line = _scene.GitHub.CommentOnLine(pull, _scene.GitHub.AddUser("maintainer"), "/not-yet", association: "COLLABORATOR");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Commented(pull, line));

        Assert.NotNull(pull.ClosedAt);
        Assert.Equal(["rocket"], _scene.Answers(line));
        Assert.StartsWith("Hi @author, thank you for the time that went into this pull request.", Assert.Single(_scene.Said(pull, "closing.not-yet")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Closed_once_more_it_is_without_the_words_of_before()
    {
        await _scene.CommentAsync(_issue, "maintainer", "/not-yet", association: "MEMBER");
        SimulatedGitHub.Reopen(_issue);
        await _scene.CommentAsync(_issue, "maintainer", "/not-yet", association: "MEMBER");

        Assert.NotNull(_issue.ClosedAt);
        Assert.Single(_scene.Said(_issue, "closing.not-yet"));
    }

    [Fact]
    public async Task The_second_of_two_in_a_comment_finds_it_closed()
    {
        var comment = await _scene.CommentAsync(_issue, "maintainer", "/not-yet\n/no", association: "MEMBER");

        Assert.Equal(["confused", "rocket"], _scene.Answers(comment));
        Assert.Single(_scene.Said(_issue, "closing.not-yet"));
        Assert.Empty(_scene.Said(_issue, "closing.no"));
        Assert.Contains("- `/no`: This is closed;", Assert.Single(_scene.Replies(_issue)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_GitHub_does_not_close_gets_no_kind_words_but_the_reason()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (method, _) => method == "PATCH") { Status = 403, Message = "Resource not accessible by integration" });
        var comment = await _scene.CommentAsync(_issue, "maintainer", "/no It does not fit.", association: "MEMBER");

        Assert.Null(_issue.ClosedAt);
        Assert.Equal(["confused"], _scene.Answers(comment));
        Assert.Empty(_scene.Said(_issue, "closing.no"));
        Assert.Contains("- `/no`: GitHub did not allow it", Assert.Single(_scene.Replies(_issue)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outsider_closes_nothing()
    {
        var comment = await _scene.CommentAsync(_issue, "author", "/no", permission: "read");

        Assert.Null(_issue.ClosedAt);
        Assert.Equal(["confused"], _scene.Answers(comment));
        Assert.Contains("- `/no`: Only maintainers can use this", Assert.Single(_scene.Replies(_issue)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_triage_permission_without_an_association_closes()
    {
        await _scene.CommentAsync(_issue, "helper", "/no", permission: "triage");

        Assert.NotNull(_issue.ClosedAt);
    }

    [Fact]
    public async Task A_discussion_is_not_closed()
    {
        var discussion = _scene.OpenDiscussion("author");
        await _scene.CommentAsync(discussion, "maintainer", "/no", association: "MEMBER");

        Assert.Contains("- `/no`: This works on issues and pull requests", Assert.Single(_scene.Replies(discussion)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maintainer", "User")]
    [InlineData("renovate[bot]", "Bot")]
    [InlineData("left-out", "User")]
    public async Task Who_needs_no_words_gets_none(string author, string type)
    {
        await _scene.ConfigureAsync("people: { ignore: [left-out] }\n");
        var issue = _scene.OpenIssue(author, type: type);
        await _scene.CommentAsync(issue, "maintainer", "/no", association: "MEMBER");

        Assert.NotNull(issue.ClosedAt);
        Assert.Empty(_scene.Said(issue, "closing.no"));
    }
}
