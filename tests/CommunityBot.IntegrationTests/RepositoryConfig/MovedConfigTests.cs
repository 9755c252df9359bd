using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.RepositoryConfig;

/// <summary>Configs of repositories that change their names, owners and branches.</summary>
public sealed class MovedConfigTests : IAsyncLifetime
{
    private const string Path = ".github/community-bot.yml";

    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task What_was_pushed_under_another_name_holds_under_the_old_one()
    {
        _scene.Repository.Files[Path] = "welcome: { first-issue: { message: Old words. } }\n";
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        _scene.GitHub.Rename(_scene.Repository, "hola");
        await PushAsync("mode: \"off\"\n");
        _scene.GitHub.Rename(_scene.Repository, "hello");
        var issue = _scene.OpenIssue("two");

        await _scene.DeliverAsync(issue);

        Assert.Empty(issue.Comments);
    }

    [Fact]
    public async Task Who_takes_the_name_of_a_repository_does_not_get_its_config()
    {
        _scene.Repository.Files[Path] = "mode: \"off\"\n";
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        _scene.GitHub.Rename(_scene.Repository, "hola");
        var other = _scene.GitHub.AddRepository(_scene.Installation, "octo", "hello");
        var issue = _scene.GitHub.OpenIssue(other, _scene.GitHub.AddUser("two"));

        await _scene.DeliverAsync(issue);

        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task The_last_good_file_holds_under_another_name()
    {
        _scene.Repository.Files[Path] = "welcome: { first-issue: { message: Good words. } }\n";
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        await PushAsync("welcome: *nothing\n");
        await _scene.DeliverAsync(_scene.OpenIssue("two"));
        _scene.GitHub.Rename(_scene.Repository, "hola");
        var issue = _scene.OpenIssue("three");

        await _scene.DeliverAsync(issue);

        Assert.StartsWith("Good words.", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_not_said_if_the_bot_was_switched_off_under_another_name()
    {
        _scene.Repository.Files[Path] = "welcome: { after: 2 hours }\n";
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);
        _scene.GitHub.Rename(_scene.Repository, "hola");
        await PushAsync("mode: \"off\"\n");

        _scene.Time.Advance(TimeSpan.FromHours(3));
        await _scene.Bot.SettledAsync();

        Assert.Empty(issue.Comments);
    }

    [Fact]
    public async Task What_waits_asks_no_repository_that_took_the_name()
    {
        _scene.Repository.Files[Path] = "mode: observe\nwelcome: { after: 2 days }\n";
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        _scene.GitHub.Rename(_scene.Repository, "hola");
        _scene.GitHub.AddRepository(_scene.Installation, "octo", "hello").Files[Path] = "version: 1\n";
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoryRenamed(_scene.Repository, "hello"));

        _scene.Time.Advance(TimeSpan.FromDays(3));
        await _scene.Bot.SettledAsync();

        Assert.DoesNotContain("POST comments", _scene.Calls);
        Assert.Equal("", Assert.Single(await _scene.Bot.OutboxAsync()).Url);
    }

    [Fact]
    public async Task A_repository_that_went_to_another_account_is_under_that_accounts_file()
    {
        await PushOwnersAsync("octo", _scene.Installation, "welcome: { first-issue: { message: From octo. } }\n");
        var there = _scene.GitHub.AddInstallation("elsewhere", _scene.Time.GetUtcNow().AddDays(-30));
        await PushOwnersAsync("elsewhere", there, "welcome: { first-issue: { message: From elsewhere. } }\n");
        var before = _scene.OpenIssue("one");
        await _scene.DeliverAsync(before);
        _scene.GitHub.Transfer(_scene.Repository, "elsewhere", there);
        var after = _scene.OpenIssue("two");

        await _scene.DeliverAsync(after);

        Assert.StartsWith("From octo.", Assert.Single(before.Comments).Body, StringComparison.Ordinal);
        Assert.StartsWith("From elsewhere.", Assert.Single(after.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_the_name_of_an_owner_does_not_get_its_file()
    {
        await PushOwnersAsync("octo", _scene.Installation, "mode: \"off\"\n");
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        foreach (var repository in _scene.GitHub.Repositories.Values)
        {
            _scene.GitHub.Transfer(repository, "formerly-octo", _scene.Installation);
        }

        var taken = _scene.GitHub.AddInstallation("octo", _scene.Time.GetUtcNow().AddDays(-1));
        _scene.GitHub.AddRepository(taken, "octo", ".github");
        var issue = _scene.GitHub.OpenIssue(_scene.GitHub.AddRepository(taken, "octo", "hello"), _scene.GitHub.AddUser("two"));

        await _scene.DeliverAsync(issue);

        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task Another_default_branch_has_another_config()
    {
        _scene.Repository.Files[Path] = "welcome: { first-issue: { message: From main. } }\n";
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        _scene.GitHub.PutFile(_scene.Repository, Path, "welcome: { first-issue: { message: From next. } }\n", branch: "next");
        _scene.Repository.Files.DefaultBranch = "next";
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoryEdited(_scene.Repository, "main"));
        var issue = _scene.OpenIssue("two");

        await _scene.DeliverAsync(issue);

        Assert.StartsWith("From next.", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_push_to_the_owners_file_takes_effect_in_every_repository()
    {
        await PushOwnersAsync("octo", _scene.Installation, "welcome: { first-issue: { message: Old words. } }\n");
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        await PushOwnersAsync("octo", _scene.Installation, "welcome: { first-issue: { message: New words. } }\n");
        var issue = _scene.OpenIssue("two");

        await _scene.DeliverAsync(issue);

        Assert.StartsWith("New words.", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
    }

    private async Task PushAsync(string config)
    {
        _scene.Repository.Files[Path] = config;
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, _scene.Repository.Files.Head.Sha));
    }

    private async Task PushOwnersAsync(string owner, Installation installation, string config)
    {
        var repository = _scene.GitHub.FindRepository(owner, ".github") ?? _scene.GitHub.AddRepository(installation, owner, ".github");
        repository.Files[Path] = config;
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(repository, repository.Files.Head.Sha));
    }
}
