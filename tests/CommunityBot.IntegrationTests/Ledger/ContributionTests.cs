using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Ledger;
using CommunityBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Ledger;

/// <summary>What is recorded of whom.</summary>
public sealed class ContributionTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_merge_is_recorded_of_all_who_had_a_part_in_it()
    {
        var (issue, pull) = (_scene.OpenIssue("reporter"), _scene.OpenPullRequest("author"));
        SimulatedGitHub.Closes(pull, issue);
        var helper = _scene.GitHub.AddUser("helper");
        _scene.GitHub.AddUser("by-name");
        _scene.GitHub.PutFile(pull, "docs/usage.md", "How it is used.", $"""
            Explain it

            Co-authored-by: Helper <{helper.Id}+helper@users.noreply.github.com>
            Co-authored-by: By Name <by-name@users.noreply.github.com>
            Co-authored-by: Author <{pull.Author!.Id}+author@users.noreply.github.com>
            Co-authored-by: Nobody <nobody@users.noreply.github.com>
            Co-authored-by: Guess <guess@example.org>
            Co-authored-by: Bot <9+helper[bot]@users.noreply.github.com>
            """);

        await _scene.MergeAsync(pull);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Closed(pull));

        Assert.Equal(
            [
                $"author {ContributionType.DocumentationAuthored} {pull.Number}",
                $"author {ContributionType.PullRequestMerged} {pull.Number}",
                $"author {ContributionType.PullRequestOpened} {pull.Number}",
                $"by-name {ContributionType.CommitCoAuthored} {pull.Number}",
                $"helper {ContributionType.CommitCoAuthored} {pull.Number}",
                $"reporter {ContributionType.ReportFixed} {issue.Number}",
            ],
            (await ContributionsAsync("author", "helper", "by-name", "reporter", "nobody", "guess")).Where(line => !line.Contains(nameof(ContributionType.IssueOpened), StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Upkeep_is_recorded_and_what_people_do_to_their_own_is_not()
    {
        var (issue, duplicate, pull) = (_scene.OpenIssue("reporter"), _scene.OpenIssue("reporter"), _scene.OpenPullRequest("author"));
        var triager = _scene.GitHub.AddUser("triager");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Labeled(issue, "bug", triager));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Labeled(issue, "ui", triager));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Labeled(issue, "mine", issue.Author));
        _scene.GitHub.Close(duplicate, triager, "duplicate");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Closed(duplicate));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.ReviewSubmitted(_scene.GitHub.Review(pull, _scene.GitHub.AddUser("reviewer"))));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.ReviewSubmitted(_scene.GitHub.Review(pull, pull.Author!, "commented")));
        var release = _scene.GitHub.Release(_scene.Repository, "v1", _scene.GitHub.AddUser("releaser"));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.ReleasePublished(release, release.Author));

        Assert.Equal(
            [
                $"releaser {ContributionType.ReleasePublished} {release.Id}",
                $"reviewer {ContributionType.PullRequestReviewed} {pull.Number}",
                $"triager {ContributionType.IssueTriaged} {issue.Number}",
                $"triager {ContributionType.IssueTriaged} {duplicate.Number}",
            ],
            (await ContributionsAsync("triager", "reviewer", "releaser", "author")).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Whom_the_config_ignores_and_bots_are_not_counted()
    {
        await _scene.ConfigureAsync("people: { ignore: [ignored] }");

        await _scene.DeliverAsync(_scene.OpenIssue("ignored"));
        await _scene.MergeAsync(_scene.OpenPullRequest("helper[bot]", "Bot"));

        Assert.Empty(await ContributionsAsync("ignored", "helper[bot]"));
    }

    private async Task<IReadOnlyList<string>> ContributionsAsync(params string[] logins)
    {
        var people = logins.Select(_scene.GitHub.FindUser).OfType<SimulatedUser>().ToDictionary(user => user.Id, user => user.Login);
        return await _scene.Bot.Services.GetRequiredService<Database>().ReadAsync(async session =>
        {
            var found = new List<string>();
            await using var rows = await session.ReadAsync("SELECT person_id, type, subject FROM contributions");
            while (await rows.ReadAsync())
            {
                if (people.TryGetValue(rows.GetInt64(0), out var login))
                {
                    found.Add($"{login} {(ContributionType)rows.GetInt32(1)} {rows.GetInt64(2)}");
                }
            }

            return found.Order(StringComparer.Ordinal).ToList();
        });
    }
}
