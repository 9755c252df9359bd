using CommunityBot.IntegrationTests.Host;
using CommunityBot.RepositoryConfig;
using CommunityBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.RepositoryConfig;

/// <summary>Which file speaks, and how often it is read.</summary>
public sealed class LayerTests : IAsyncLifetime
{
    private const string Path = ".github/community-bot.yml";

    private Scene _scene = null!;

    private int Reads => _scene.GitHub.Requests.Count(request => request.Path == $"/repos/octo/hello/contents/{Path}");

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task The_file_of_the_repository_speaks()
    {
        _scene.Repository.Files[Path] = "welcome:\n  first-issue:\n    message: Hello {{ author.mention }}, from the file.\n    reaction: rocket\n    labels: [newcomer]\n";
        var issue = _scene.OpenIssue("newcomer");

        await _scene.DeliverAsync(issue);

        Assert.StartsWith("Hello @newcomer, from the file.\n\n<!-- community-bot moment=welcome.first-issue", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
        Assert.Equal("rocket", Assert.Single(issue.Reactions).Content);
        Assert.Equal(["newcomer"], issue.Labels);
    }

    [Fact]
    public async Task The_owners_file_speaks_where_the_repositorys_says_nothing()
    {
        _scene.GitHub.AddRepository(_scene.Installation, "octo", ".github").Files[Path] =
            "welcome:\n  first-issue: { message: The owner's., reaction: eyes }\n";
        _scene.Repository.Files[Path] = "welcome:\n  first-issue: { reaction: none }\n";
        var issue = _scene.OpenIssue("newcomer");

        await _scene.DeliverAsync(issue);

        Assert.StartsWith("The owner's.", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
        Assert.Empty(issue.Reactions);
    }

    [Fact]
    public async Task The_welcome_bots_words_are_kept_where_there_is_no_file()
    {
        _scene.Repository.Files[".github/config.yml"] = "newIssueWelcomeComment: >\n  Thanks for {{ opening }} this\n";
        var issue = _scene.OpenIssue("newcomer");

        await _scene.DeliverAsync(issue);

        Assert.StartsWith("Thanks for {{ opening }} this", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Many_deliveries_read_an_unchanged_file_once()
    {
        _scene.Repository.Files[Path] = "mode: \"off\"\n";
        for (var number = 0; number < 1_000; number++)
        {
            await _scene.SendAsync(_scene.OpenIssue($"newcomer-{number}"));
        }

        await _scene.Bot.SettledAsync();

        Assert.Equal(1, Reads);
        Assert.DoesNotContain(_scene.Repository.Items.Values, item => item.Comments.Count > 0);
    }

    [Fact]
    public async Task That_there_is_no_file_is_remembered()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        await _scene.DeliverAsync(_scene.OpenIssue("two"));

        Assert.Equal(1, Reads);
    }

    [Fact]
    public async Task A_push_that_touches_the_file_takes_effect()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        _scene.Repository.Files[Path] = "welcome: { first-issue: { message: New words. } }\n";
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, _scene.Repository.Files.Head.Sha));
        var issue = _scene.OpenIssue("two");

        await _scene.DeliverAsync(issue);

        Assert.StartsWith("New words.", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_pushes_cause_no_read()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        _scene.Repository.Files["src/main.c"] = "int main;";
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, _scene.Repository.Files.Head.Sha));
        await _scene.DeliverAsync(_scene.OpenIssue("two"));

        Assert.Equal(1, Reads);
    }

    [Fact]
    public async Task A_push_that_was_lost_is_made_up_for_by_a_conditional_request()
    {
        _scene.Repository.Files[Path] = "welcome: { first-issue: { message: Old words. } }\n";
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        _scene.Time.Advance(TimeSpan.FromDays(1));
        await _scene.DeliverAsync(_scene.OpenIssue("two"));
        Assert.Equal([200, 304], _scene.GitHub.Requests.Where(request => request.Path == $"/repos/octo/hello/contents/{Path}").Select(request => request.Status));

        _scene.Repository.Files[Path] = "welcome: { first-issue: { message: New words. } }\n";
        _scene.Time.Advance(TimeSpan.FromDays(1));
        var issue = _scene.OpenIssue("three");
        await _scene.DeliverAsync(issue);

        Assert.StartsWith("New words.", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_refused_leaves_the_last_good_one_in_force()
    {
        _scene.Repository.Files[Path] = "welcome: { first-issue: { message: Good words. } }\n";
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        _scene.Repository.Files[Path] = "welcome: &anchor\n  first-issue: *anchor\n";
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Pushed(_scene.Repository, _scene.Repository.Files.Head.Sha));
        var issue = _scene.OpenIssue("two");

        await _scene.DeliverAsync(issue);

        Assert.StartsWith("Good words.", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repository_that_was_renamed_is_read_at_its_new_name()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("one"));
        _scene.GitHub.Rename(_scene.Repository, "hola");
        _scene.Repository.Files[Path] = "welcome: { first-issue: { message: Hola. } }\n";
        var issue = _scene.OpenIssue("two");

        await _scene.DeliverAsync(issue);

        Assert.StartsWith("Hola.", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Path)]
    [InlineData(".github/config.yml")]
    public async Task A_file_too_large_for_any_config_is_not_kept(string path)
    {
        _scene.Repository.Files[path] = "newIssueWelcomeComment: " + new string('x', 3_000_000);
        var issue = _scene.OpenIssue("newcomer");

        await _scene.DeliverAsync(issue);

        Assert.StartsWith("Hi @newcomer", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
        await using var tables = _scene.Bot.Services.GetRequiredService<Database>().CreateContext();
        Assert.All(await tables.Set<ConfigFileRow>().ToListAsync(TestContext.Current.CancellationToken), row => Assert.InRange(row.Text?.Length ?? 0, 0, 70_000));
    }
}
