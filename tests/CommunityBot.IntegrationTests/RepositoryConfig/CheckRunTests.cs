using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.RepositoryConfig;

/// <summary>Whoever changes a config is answered with a check run.</summary>
public sealed class CheckRunTests : IAsyncLifetime
{
    private const string Path = ".github/community-bot.yml";

    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_push_with_a_slip_is_annotated_at_its_line()
    {
        var sha = Commit("version: 1\nwelcom:\n  enabled: false\n");

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, sha));

        var run = Assert.Single(_scene.Repository.CheckRuns);
        Assert.Equal(("community-bot config", sha, "completed", "failure"), (run.Name, run.HeadSha, run.Status, run.Conclusion));
        var note = Assert.Single(run.Annotations);
        Assert.Equal((Path, 2, "failure"), (note.Path, note.StartLine, note.Level));
        Assert.Contains("welcome", note.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_good_config_is_answered_with_what_will_be_said()
    {
        var sha = Commit("welcome:\n  first-issue: { message: \"Bonjour {{ author.mention }}\" }\n");

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, sha));

        var run = Assert.Single(_scene.Repository.CheckRuns);
        Assert.Equal("success", run.Conclusion);
        Assert.Empty(run.Annotations);
        Assert.Contains("> Bonjour @octocat", run.Summary, StringComparison.Ordinal);
        Assert.Contains("this file", run.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_will_be_said_of_a_release_is_shown_with_people()
    {
        var sha = Commit("thanks: { release: { enabled: true, publish: discussion, category: News } }\n");

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, sha));

        var run = Assert.Single(_scene.Repository.CheckRuns);
        Assert.Equal("success", run.Conclusion);
        Assert.Contains("> [v1.2.0](https://github.com/octo/hello/releases/tag/v1.2.0) of hello is out. 3 people", run.Summary, StringComparison.Ordinal);
        Assert.Contains("> First contribution merged: @octocat.", run.Summary, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("publish: issue")]
    [InlineData("category: \"\"")]
    public async Task Where_a_release_is_thanked_for_has_to_be_a_place(string key)
    {
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, Commit($"thanks:\n  release:\n    {key}\n")));

        Assert.Equal(3, Assert.Single(Assert.Single(_scene.Repository.CheckRuns).Annotations).StartLine);
    }

    [Fact]
    public async Task A_push_to_another_branch_is_checked_and_takes_no_effect()
    {
        var sha = Commit("mode: \"off\"\n", branch: "topic");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, sha, branch: "topic"));
        var issue = _scene.OpenIssue("newcomer");

        await _scene.DeliverAsync(issue);

        Assert.Single(_scene.Repository.CheckRuns);
        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task Told_again_it_is_not_checked_again()
    {
        var push = _scene.GitHub.Deliveries.Pushed(_scene.Repository, Commit("version: 1\n"));
        await _scene.DeliverAsync(push);
        await _scene.DeliverAsync(push);

        Assert.Single(_scene.Repository.CheckRuns);
    }

    [Fact]
    public async Task A_check_run_whose_answer_was_lost_is_not_made_twice()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.ResetAfterTheEffect, (method, path) => method == "POST" && path.EndsWith("/check-runs", StringComparison.Ordinal)) { Times = 1 });

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, Commit("version: 1\n")));
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        await _scene.Bot.SettledAsync();

        Assert.Single(_scene.Repository.CheckRuns);
    }

    [Fact]
    public async Task Other_pushes_are_not_checked()
    {
        _scene.Repository.Files["src/main.c"] = "int main;";

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, _scene.Repository.Files.Head.Sha));

        Assert.Empty(_scene.Repository.CheckRuns);
    }

    [Fact]
    public async Task Where_the_bot_is_switched_off_a_config_is_checked_all_the_same()
    {
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, Commit("mode: \"off\"\n")));

        Assert.Single(_scene.Repository.CheckRuns);
    }

    [Fact]
    public async Task A_pull_request_of_an_insider_that_touches_the_config_is_checked_at_its_head()
    {
        var pull = _scene.GitHub.OpenPullRequest(_scene.Repository, _scene.GitHub.AddUser("maintainer"), association: "MEMBER");
        _scene.GitHub.PutFile(pull, Path, "mode: loud\n");

        await _scene.DeliverAsync(pull);

        var run = Assert.Single(_scene.Repository.CheckRuns);
        Assert.Equal((pull.HeadSha, "failure", 1), (run.HeadSha, run.Conclusion, Assert.Single(run.Annotations).StartLine));
        Assert.Empty(pull.Comments);
    }

    [Fact]
    public async Task Each_push_to_such_a_pull_request_is_checked()
    {
        var pull = _scene.GitHub.OpenPullRequest(_scene.Repository, _scene.GitHub.AddUser("maintainer"), association: "MEMBER");
        _scene.GitHub.PutFile(pull, Path, "mode: loud\n");
        await _scene.DeliverAsync(pull);
        var before = pull.HeadSha;
        _scene.GitHub.PutFile(pull, Path, "mode: observe\n");

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Synchronized(pull, before));

        Assert.Equal(["failure", "success"], _scene.Repository.CheckRuns.OrderBy(run => run.Id).Select(run => run.Conclusion));
    }

    [Fact]
    public async Task A_newcomer_never_hears_of_the_config()
    {
        _scene.Repository.Files[Path] = "welcome: { first-pull-request: { message: \"{{ broken\" } }\n";
        var pull = _scene.OpenPullRequest("newcomer");
        _scene.GitHub.PutFile(pull, Path, "mode: loud\n");

        await _scene.DeliverAsync(pull);

        Assert.StartsWith("Hi @newcomer", Assert.Single(pull.Comments).Body, StringComparison.Ordinal);
        Assert.Empty(_scene.Repository.CheckRuns);
    }

    [Fact]
    public async Task That_the_App_may_not_look_ends_nothing_else()
    {
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (_, path) => path.EndsWith("/files", StringComparison.Ordinal)) { Status = 403, Message = "Resource not accessible by integration" });
        var pull = _scene.GitHub.OpenPullRequest(_scene.Repository, _scene.GitHub.AddUser("maintainer"), association: "MEMBER");

        await _scene.DeliverAsync(pull);

        Assert.Empty(_scene.Repository.CheckRuns);
        Assert.All(await _scene.Bot.DeliveriesAsync(), delivery => Assert.Null(delivery.Error));
    }

    private string Commit(string text, string? branch = null) =>
        _scene.Repository.Files.Commit(new Dictionary<string, byte[]?> { [Path] = System.Text.Encoding.UTF8.GetBytes(text) }, branch).Sha;
}
