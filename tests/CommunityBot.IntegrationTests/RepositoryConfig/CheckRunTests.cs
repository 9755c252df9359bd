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

    [Theory]
    [InlineData("mode: \"off\"\n", "Nothing is said: `mode` is `off`", false)]
    [InlineData("mode: observe\n", "Nothing is posted: `mode` is `observe`", true)]
    [InlineData("welcome: { enabled: false }\nthanks: { enabled: false }\nnudges: { enabled: false }\nmentoring: { good-first-issue: { enabled: false }, pairing: { enabled: false } }\n", "Nothing is said: every moment is switched off", false)]
    public async Task What_will_not_be_said_is_not_promised(string config, string expected, bool isShown)
    {
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, Commit(config)));

        var summary = Assert.Single(_scene.Repository.CheckRuns).Summary!;
        Assert.Contains(expected, summary, StringComparison.Ordinal);
        Assert.Equal(isShown, summary.Contains("**welcome.first-issue**", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("welcome: { enabled: false }\n", "**welcome.", "**thanks.")]
    [InlineData("thanks: { enabled: false }\n", "**thanks.", "**welcome.")]
    [InlineData("welcome: { first-issue: { enabled: false } }\n", "**welcome.first-issue**", "**welcome.first-pull-request**")]
    public async Task Of_a_section_that_is_switched_off_nothing_is_shown(string config, string off, string on)
    {
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, Commit(config)));

        var summary = Assert.Single(_scene.Repository.CheckRuns).Summary!;
        Assert.DoesNotContain(off, summary, StringComparison.Ordinal);
        Assert.Contains(on, summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_variant_is_shown_under_its_conditions()
    {
        var sha = Commit("""
            welcome:
              first-pull-request:
                message: Everybody.
                variants:
                  - when: { label: [translation, "l10n/*"], path: "po/**" }
                    message: Translator {{ author.mention }}.
                  - when: { returning-after: 52 weeks }
                    message: Welcome back.
            """);

        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, sha));

        var summary = Assert.Single(_scene.Repository.CheckRuns).Summary!;
        Assert.Contains(
            "**welcome.first-pull-request** where `label` is `[translation, l10n/*]` and `path` is `[po/**]`\n\n> Translator @octocat.\n\n"
            + "**welcome.first-pull-request** where `returning-after` is `52 weeks`\n\n> Welcome back.\n\n"
            + "**welcome.first-pull-request** otherwise\n\n> Everybody.\n",
            summary.ReplaceLineEndings("\n"),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Examples_speak_of_what_the_moments_speak_of()
    {
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, Commit("people: { mentors: [alice] }\n")));

        var summary = Assert.Single(_scene.Repository.CheckRuns).Summary!;
        Assert.DoesNotContain("  day", summary, StringComparison.Ordinal);
        Assert.Contains("this pull request has waited 5 days for a first answer. It changes 42 lines in 3 files.", summary, StringComparison.Ordinal);
        Assert.Contains("@hubot, this pull request is approved", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("@hubot is happy to help", Example("welcome.first-issue"), StringComparison.Ordinal);
        Assert.DoesNotContain("@hubot is happy to help", Example("welcome.first-discussion"), StringComparison.Ordinal);
        Assert.Contains("@hubot is happy to help", Example("welcome.first-pull-request"), StringComparison.Ordinal);
        Assert.Contains("hubot is happy to help", Example("mentoring.good-first-issue"), StringComparison.Ordinal);

        string Example(string setting) => summary[summary.IndexOf($"**{setting}**", StringComparison.Ordinal)..].Split("\n**")[0];
    }

    [Fact]
    public async Task A_file_that_is_taken_away_leaves_what_else_there_is()
    {
        Commit("mode: observe\n");
        _scene.GitHub.DeleteFile(_scene.Repository, Path);
        await CheckedAsync("There is no config: the defaults are in force");

        _scene.Repository.Files[".github/config.yml"] = "newIssueWelcomeComment: Words of old.\n";
        Commit("mode: observe\n");
        _scene.GitHub.DeleteFile(_scene.Repository, Path);
        Assert.Contains("> Words of old.", await CheckedAsync("There is no config: .github/config.yml and the defaults are in force"), StringComparison.Ordinal);

        _scene.GitHub.AddRepository(_scene.Installation, "octo", ".github").Files[Path] = "welcome: { first-issue: { message: The owner's. } }\n";
        _scene.Time.Advance(TimeSpan.FromDays(1));
        Commit("mode: observe\n");
        _scene.GitHub.DeleteFile(_scene.Repository, Path);
        var summary = await CheckedAsync("There is no config: the owner's and the defaults are in force");
        Assert.Contains("> The owner's.", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("Words of old.", summary, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_file_says_what_is_in_force_instead()
    {
        Commit("welcome: *nothing\n");
        await CheckedAsync("The config is refused: the defaults are in force");
        Commit("welcome: { first-issue: { message: Good words. } }\n");
        await CheckedAsync("The config is good");
        await _scene.DeliverAsync(_scene.OpenIssue("newcomer"));

        Commit("welcome: *nothing\n");

        var summary = await CheckedAsync("The config is refused: its last good version stays in force");
        Assert.Contains("> Good words.", summary, StringComparison.Ordinal);
        Assert.Contains("`Good words.` | the last good version of this file |", summary, StringComparison.Ordinal);
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
    public async Task Somebody_who_contributed_before_may_be_an_insider_and_is_answered()
    {
        var pull = _scene.GitHub.OpenPullRequest(_scene.Repository, _scene.GitHub.AddUser("private-member"), association: "CONTRIBUTOR");
        _scene.GitHub.PutFile(pull, Path, "mode: loud\n");

        await _scene.DeliverAsync(pull);

        Assert.Equal(pull.HeadSha, Assert.Single(_scene.Repository.CheckRuns).HeadSha);
    }

    [Fact]
    public async Task Somebody_who_is_known_as_an_insider_is_answered_whatever_the_association_says()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("private-member", permission: "write"));
        var pull = _scene.OpenPullRequest("private-member");
        _scene.GitHub.PutFile(pull, Path, "mode: loud\n");

        await _scene.DeliverAsync(pull);

        Assert.Equal(pull.HeadSha, Assert.Single(_scene.Repository.CheckRuns).HeadSha);
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
        Assert.DoesNotContain("GET files", _scene.Calls);
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

    private async Task<string> CheckedAsync(string title)
    {
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, _scene.Repository.Files.Head.Sha));
        var run = _scene.Repository.CheckRuns.MaxBy(run => run.Id)!;
        Assert.Equal(title, run.Title);
        return run.Summary!;
    }

    private string Commit(string text, string? branch = null) =>
        _scene.Repository.Files.Commit(new Dictionary<string, byte[]?> { [Path] = System.Text.Encoding.UTF8.GetBytes(text) }, branch).Sha;
}
