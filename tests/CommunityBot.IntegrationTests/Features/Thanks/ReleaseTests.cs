using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Work;

namespace CommunityBot.IntegrationTests.Features.Thanks;

public sealed class ReleaseTests : IAsyncLifetime
{
    private const string Config = ".github/community-bot.yml";

    private static readonly string[] Authors = ["ann", "bob", "cat"];

    private Scene _scene = null!;

    private SimulatedUser _maintainer = null!;

    private SimulatedUser _workflow = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _maintainer = _scene.GitHub.AddUser("maintainer");
        _workflow = _scene.GitHub.AddUser("github-actions[bot]", "Bot");
        _scene.Repository.Files[Config] = "thanks: { release: { enabled: true } }\n";
        Merge("veteran");
        Release("v1");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    private IReadOnlyList<SimulatedItem> Said =>
        [.. _scene.Repository.Discussions.Values.Where(discussion => discussion.Author?.Id == _scene.GitHub.Bot.Id).OrderBy(discussion => discussion.Number)];

    private int Histories => _scene.Calls.Count(call => call == "GET issues");

    [Fact]
    public async Task Everybody_is_thanked_once_and_who_is_new_comes_first()
    {
        var pair = _scene.GitHub.AddUser("pair");
        var pull = Merge("veteran");
        _scene.GitHub.Review(pull, _scene.GitHub.AddUser("reviewer"));
        _scene.GitHub.Review(pull, _scene.GitHub.AddUser("newcomer"));
        SimulatedGitHub.Closes(pull, _scene.OpenIssue("reporter"), _scene.OpenIssue("reviewer"));
        Merge("newcomer", message: $"Change it\n\nCo-authored-by: A Pair <{pair.Id}+former-name@users.noreply.github.com>");

        var release = await PublishAsync("v2");

        var said = Assert.Single(Said);
        Assert.Equal(("Thank you for v2", "Announcements"), (said.Title, said.Category?.Name));
        Assert.Equal(
            $"""
            [v2](https://github.com/octo/hello/releases/tag/v2) of hello is out. 5 people have a part in it. Thank you, all of you.

            First contribution merged: @newcomer. It is good to have you here.

            Changes came from @veteran, @pair.

            Reviews came from @reviewer.

            Reports of what is fixed came from @reporter.

            <!-- community-bot moment=thanks.release key={release.Id} -->
            """,
            said.Body);
    }

    [Fact]
    public async Task Whoever_publishes_may_be_ignored()
    {
        _scene.Repository.Files[Config] = "thanks: { release: { enabled: true } }\npeople: { ignore: [\"github-actions[bot]\"] }\n";
        Merge("veteran");

        await PublishAsync("v2");

        Assert.Single(Said);
    }

    [Fact]
    public async Task What_is_no_person_or_is_ignored_is_left_out()
    {
        _scene.Repository.Files[Config] = "thanks: { release: { enabled: true } }\npeople: { ignore: [Ignored] }\n";
        var pull = Merge("helper[bot]", "Bot", "Change it\n\nCo-authored-by: Ignored <ignored@users.noreply.github.com>\nCo-authored-by: Bot <1+other[bot]@users.noreply.github.com>");
        _scene.GitHub.AddUser("ignored");
        _scene.GitHub.Review(pull, _scene.GitHub.AddUser("checker[bot]", "Bot"));
        _scene.GitHub.Review(pull, _scene.GitHub.AddUser("ignored"));
        SimulatedGitHub.Closes(pull, _scene.OpenIssue("ghost"), _scene.OpenIssue("ignored"), _scene.OpenIssue("reporter-bot[bot]", type: "Bot"));
        Merge("ignored");
        Merge("gone");
        _scene.GitHub.Delete(_scene.GitHub.AddUser("gone"));
        await PublishAsync("v2");
        Assert.Empty(Said);
        Assert.Equal(0, Histories);

        _scene.GitHub.Review(pull, _scene.GitHub.AddUser("reviewer"));
        await PublishAsync("v2.1");
        Assert.Empty(Said);
    }

    [Fact]
    public async Task Publishing_again_and_editing_say_nothing_more()
    {
        Merge("newcomer");
        var release = await PublishAsync("v2");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.ReleaseEdited(release, _maintainer));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.ReleasePublished(release, _maintainer));

        Assert.Single(Said);
    }

    [Fact]
    public async Task Who_was_new_is_so_once_and_nobody_is_asked_about_twice()
    {
        Merge("newcomer");
        Merge("veteran");
        await PublishAsync("v2");
        Assert.Contains("merged: @newcomer.", Said[0].Body, StringComparison.Ordinal);
        Assert.Equal(2, Histories);

        Merge("newcomer");
        Merge("veteran");
        await PublishAsync("v3");
        Assert.Contains("Changes came from @newcomer, @veteran.", Said[1].Body, StringComparison.Ordinal);
        Assert.DoesNotContain("merged:", Said[1].Body, StringComparison.Ordinal);
        Assert.Equal(2, Histories);
    }

    [Fact]
    public async Task A_long_history_is_read_only_until_it_shows_that_somebody_is_not_new()
    {
        for (var number = 0; number < 150; number++)
        {
            _scene.OpenIssue("veteran");
        }

        Merge("veteran");
        await PublishAsync("v2");

        Assert.Contains("Changes came from @veteran.", Assert.Single(Said).Body, StringComparison.Ordinal);
        Assert.Equal(1, Histories);
    }

    [Fact]
    public async Task Of_whom_GitHub_does_not_tell_nothing_is_claimed()
    {
        Merge("newcomer");
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (method, path) => method == "GET" && path.EndsWith("/issues", StringComparison.Ordinal)) { Status = 422, Message = "No." });
        await PublishAsync("v2");

        Assert.Contains("Changes came from @newcomer.", Assert.Single(Said).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_many_are_asked_about_that_a_delivery_has_the_time()
    {
        for (var number = 1; number <= 25; number++)
        {
            Merge($"newcomer-{number}");
        }

        await PublishAsync("v2");

        var body = Assert.Single(Said).Body;
        Assert.Equal(20, Histories);
        Assert.Contains("25 people", body, StringComparison.Ordinal);
        Assert.Contains("@newcomer-10, newcomer-11,", body.Replace("\u2060", "", StringComparison.Ordinal).Replace("\\", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_prerelease_follows_the_last_one_and_a_release_the_last_release()
    {
        Merge(Authors[0]);
        await PublishAsync("v2-rc1", prerelease: true);
        Merge(Authors[1]);
        await PublishAsync("v2-rc2", prerelease: true);
        Merge(Authors[2]);
        await PublishAsync("v2");

        Assert.Equal(["ann", "bob", "ann bob cat"], Said.Select(said => string.Join(' ', Authors.Where(login => said.Body.Contains($"@{login}", StringComparison.Ordinal)))));
    }

    [Fact]
    public async Task The_first_release_of_all_says_nothing()
    {
        foreach (var release in _scene.Repository.Releases)
        {
            release.Draft = true;
        }

        Merge("newcomer");
        await PublishAsync("v2");

        Assert.Empty(Said);
    }

    [Fact]
    public async Task A_release_with_nobody_in_it_says_nothing()
    {
        await PublishAsync("v2");

        Assert.Empty(Said);
    }

    [Theory]
    [InlineData("")]
    [InlineData("thanks: { enabled: false, release: { enabled: true } }\n")]
    public async Task Nothing_is_said_or_asked_unless_the_config_wants_it(string config)
    {
        _scene.Repository.Files[Config] = config;
        Merge("newcomer");
        await PublishAsync("v2");

        Assert.Empty(Said);
        Assert.Empty(_scene.Calls);
    }

    [Fact]
    public async Task A_release_that_is_older_than_the_installation_says_nothing()
    {
        Merge("newcomer");
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        var release = _scene.GitHub.Release(_scene.Repository, "v2", _maintainer);
        release.PublishedAt = _scene.Installation.CreatedAt.AddMinutes(-1);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.ReleasePublished(release, _maintainer));

        Assert.Empty(Said);
        Assert.Empty(_scene.Calls);
    }

    [Fact]
    public async Task Words_category_and_language_are_those_of_the_config()
    {
        _scene.Repository.Files[Config] = """
            language: de
            thanks:
              release:
                enabled: true
                category: news
                message: "{{ release.title }}: {{ newcomers | join: ' ' }} {{ contributors | join: ' ' }} {{ count }} {{ reporters.size }}{{ reviewers.size }}"

            """;
        _scene.GitHub.AddCategory(_scene.Repository, "News");
        Merge("newcomer");
        Merge("veteran");
        await PublishAsync("v2");

        var said = Assert.Single(Said);
        Assert.Equal(("Danke für v2", "News"), (said.Title, said.Category?.Name));
        Assert.StartsWith("v2: @newcomer @veteran 2 00\n", said.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_the_category_nothing_is_said_nor_tried_again(bool hasDiscussions)
    {
        _scene.Repository.Files[Config] = "thanks: { release: { enabled: true, category: News } }\n";
        _scene.Repository.HasDiscussions = hasDiscussions;
        Merge("newcomer");
        await PublishAsync("v2");
        var calls = _scene.Calls.Count;

        await PassAsync(TimeSpan.FromHours(1), TimeSpan.FromMinutes(1));

        Assert.Empty(Said);
        Assert.Equal(calls, _scene.Calls.Count);
        Assert.Contains(_scene.Bot.Log.Problems, line => line.Text.Contains("no discussions in a category News", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(FaultKind.ResetBeforeTheEffect)]
    [InlineData(FaultKind.ResetAfterTheEffect)]
    [InlineData(FaultKind.StatusAfterTheEffect)]
    public async Task A_discussion_whose_fate_is_unknown_is_there_once_in_the_end(FaultKind kind)
    {
        _scene.GitHub.Faults.Add(new(kind, (_, path) => path.EndsWith("/CreateDiscussion", StringComparison.Ordinal)) { Times = 1 });
        Merge("newcomer");
        await PublishAsync("v2");

        await PassAsync(TimeSpan.FromMinutes(1), RetrySchedule.First / 2);

        Assert.Single(Said);
    }

    [Fact]
    public async Task Reading_that_fails_for_a_while_is_tried_again()
    {
        _scene.GitHub.GraphQL.Failures["ReleaseContributions"] = ("SERVICE_UNAVAILABLE", "Something went wrong while executing your query.");
        Merge("newcomer");
        await PublishAsync("v2");
        Assert.Empty(Said);

        _scene.GitHub.GraphQL.Failures.Clear();
        await PassAsync(TimeSpan.FromMinutes(2), RetrySchedule.First / 2);
        Assert.Single(Said);
    }

    private SimulatedItem Merge(string login, string type = "User", string? message = null)
    {
        var pull = _scene.OpenPullRequest(login, type);
        _scene.GitHub.PutFile(pull, $"{pull.Number}.md", "new");
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        _scene.GitHub.Merge(pull, _maintainer, message ?? $"Change it (#{pull.Number})");
        return pull;
    }

    private SimulatedRelease Release(string tag, bool prerelease = false)
    {
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        return _scene.GitHub.Release(_scene.Repository, tag, _workflow, prerelease);
    }

    private async Task<SimulatedRelease> PublishAsync(string tag, bool prerelease = false)
    {
        var release = Release(tag, prerelease);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.ReleasePublished(release, _workflow));
        return release;
    }

    private async Task PassAsync(TimeSpan time, TimeSpan step)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            _scene.Time.Advance(step);
            await _scene.Bot.SettledAsync();
        }
    }
}
