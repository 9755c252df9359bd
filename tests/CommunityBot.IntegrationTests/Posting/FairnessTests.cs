using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Commands;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.IntegrationTests.Processes;

namespace CommunityBot.IntegrationTests.Posting;

/// <summary>What one installation does must not be felt in another, and what nobody asked for must not keep anybody waiting.</summary>
public sealed class FairnessTests
{
    /// <summary>Reached only when something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_flood_over_many_repositories_of_one_installation_does_not_delay_another()
    {
        const int Flood = 100;
        const int Workers = 4;
        await using var scene = await Scene.StartAsync("--Bot:Workers", $"{Workers}");
        var allAreIn = new TaskCompletionSource();
        scene.GitHub.Faults.Add(new(FaultKind.SlowBeforeTheEffect, (_, path) => path.StartsWith("/repos/crowded/", StringComparison.Ordinal)) { Striking = () => allAreIn.Task });
        var crowded = scene.GitHub.AddInstallation("crowded", scene.Time.GetUtcNow().AddDays(-1));
        var many = Enumerable.Range(0, Flood).Select(i => scene.GitHub.OpenIssue(
            scene.GitHub.AddRepository(crowded, "crowded", $"hello-{i}"), scene.GitHub.AddUser($"one-of-many-{i}"))).ToList();
        var quiet = scene.GitHub.AddInstallation("quiet", scene.Time.GetUtcNow().AddDays(-1));
        var alone = scene.GitHub.OpenIssue(scene.GitHub.AddRepository(quiet, "quiet", "hello"), scene.GitHub.AddUser("alone"));
        foreach (var issue in many)
        {
            await scene.SendAsync(issue);
        }

        await scene.SendAsync(alone);
        allAreIn.SetResult();
        await scene.Bot.SettledAsync();

        Assert.Single(alone.Comments);
        var asked = scene.GitHub.Requests.Select(request => request.Path).Where(path => path.StartsWith("/repos/", StringComparison.Ordinal)).Select(path => path.Split('/')[2]).ToList();
        var before = scene.GitHub.Requests.TakeWhile(request => !request.Path.StartsWith("/repos/quiet/", StringComparison.Ordinal))
            .Select(request => request.Path.Split('/')).Where(path => path is [_, "repos", "crowded", ..]).Select(path => path[3]).Distinct().Count();
        Assert.Contains("quiet", asked);
        Assert.InRange(before, 0, 3 * Workers);
    }

    [Fact]
    public async Task A_flood_of_what_asks_much_is_worked_off_and_asks_no_more_than_it_has_to()
    {
        const int Flood = 60;
        await using var scene = await Scene.StartAsync("--Bot:Workers", "16");
        var pulls = Enumerable.Range(0, Flood + 1).Select(i => scene.GitHub.OpenPullRequest(
            scene.GitHub.AddRepository(scene.Installation, "octo", $"hello-{i}"), scene.GitHub.AddUser($"newcomer-{i}"))).ToList();
        foreach (var pull in pulls)
        {
            scene.GitHub.Merge(pull, scene.GitHub.AddUser("maintainer"), null);
        }

        await scene.DeliverAsync(scene.GitHub.Deliveries.Closed(pulls[0]));
        var alone = Asked();
        await Task.WhenAll(pulls.Skip(1).Select(pull => scene.Bot.DeliverAsync(scene.GitHub.Deliveries.Closed(pull))));
        await scene.Bot.SettledAsync();

        Assert.All(pulls, pull => Assert.Single(scene.Said(pull, "thanks.first-merge")));
        Assert.InRange(Asked() - alone, Flood, (int)(1.2 * Flood * alone));

        int Asked() => scene.GitHub.Requests.Count(request => request.InstallationId == scene.Installation.Id);
    }

    [Fact]
    public async Task Of_the_content_of_an_hour_a_tenth_is_kept_for_answers()
    {
        const int PerHour = 20;
        await using var scene = await Scene.StartAsync("--Bot:ContentPerHour", $"{PerHour}", "--Bot:ContentPerMinute", $"{PerHour}");
        var issues = Enumerable.Range(0, 25).Select(i => scene.OpenIssue($"newcomer-{i}")).ToList();
        foreach (var issue in issues)
        {
            await scene.DeliverAsync(issue);
        }

        Assert.Equal(18, issues.Count(issue => issue.Comments.Count == 1));
        for (var i = 0; i < 3; i++)
        {
            await scene.CommentAsync(scene.OpenIssue($"newcomer-{i}"), $"somebody-{i}", "/help");
        }

        Assert.Equal(PerHour, scene.GitHub.Requests.Count(request => request.Method == "POST" && request.Path.EndsWith("/comments", StringComparison.Ordinal)));
        Assert.Equal(18, issues.Count(issue => issue.Comments.Count == 1));

        scene.Time.Advance(TimeSpan.FromHours(1));
        await scene.Bot.SettledAsync();
        Assert.All(issues, issue => Assert.Single(issue.Comments));
    }

    [Fact]
    public async Task Of_the_requests_of_an_hour_a_tenth_is_kept_for_commands()
    {
        await using var scene = await Scene.StartAsync();
        scene.GitHub.Limits.PerHour = 100;
        var issues = Enumerable.Range(0, 40).Select(i => scene.OpenIssue($"newcomer-{i}")).ToList();
        foreach (var issue in issues)
        {
            await scene.DeliverAsync(issue);
        }

        Assert.InRange(issues.Count(issue => issue.Comments.Count == 1), 10, 30);
        var thanks = scene.OpenIssue("newcomer-0");
        var asked = await scene.CommentAsync(thanks, "grateful", "/thanks @newcomer-1 for the help");
        Assert.Equal(["rocket"], scene.Answers(asked));
        Assert.DoesNotContain(scene.GitHub.Requests, request => request.Status == 403);

        for (var hour = 0; hour < 4; hour++)
        {
            scene.Time.Advance(TimeSpan.FromHours(1));
            await scene.Bot.SettledAsync();
        }

        Assert.All(issues, issue => Assert.Single(issue.Comments));
        Assert.DoesNotContain(scene.GitHub.Requests, request => request.Status == 403);
    }

    [Fact]
    public async Task Of_one_installation_only_so_many_requests_are_under_way_at_once()
    {
        const int Most = 30;
        await using var scene = await Scene.StartAsync("--Bot:Workers", "60", "--Bot:ContentPerMinute", "1000", "--Bot:ContentPerHour", "1000");
        var allAreIn = new TaskCompletionSource();
        scene.GitHub.Faults.Add(new(FaultKind.SlowBeforeTheEffect, (_, path) => path.StartsWith("/repos/", StringComparison.Ordinal)) { Striking = () => allAreIn.Task });
        var issues = Enumerable.Range(0, 60).Select(i => scene.GitHub.OpenIssue(
            scene.GitHub.AddRepository(scene.Installation, "octo", $"hello-{i}"), scene.GitHub.AddUser($"newcomer-{i}"))).ToList();
        foreach (var issue in issues)
        {
            await scene.SendAsync(issue);
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await Wait.UntilAsync(() => scene.GitHub.Limits.MostAtOnce >= Most, patience.Token);
        allAreIn.SetResult();
        await scene.Bot.SettledAsync();
        Assert.Equal(Most, scene.GitHub.Limits.MostAtOnce);
        Assert.All(issues, issue => Assert.Single(issue.Comments));
    }
}
