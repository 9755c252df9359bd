using CommunityBot.GitHub;
using CommunityBot.GitHubSimulator;
using CommunityBot.Inbox.Redelivery;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Redelivery;

/// <summary>What GitHub could not bring is found in its list and asked for.</summary>
public sealed class RedeliveryTests
{
    private const string List = "GET /app/hook/deliveries";

    [Fact]
    public async Task What_could_not_be_brought_is_asked_for_and_handled()
    {
        await using var scene = await StartAsync();
        var issue = scene.OpenIssue("newcomer");
        scene.GitHub.Hook.Fail(scene.GitHub.Deliveries.Opened(issue));

        await SweepAsync(scene);

        Assert.Single(issue.Comments);
        Assert.Equal(["POST attempts"], Asked(scene));

        // And once it is here, no more.
        await PassAsync(scene, TimeSpan.FromHours(1));

        Assert.Single(Asked(scene));
        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task What_was_stored_though_GitHub_did_not_hear_of_it_is_not_asked_for()
    {
        await using var scene = await StartAsync();
        var issue = scene.OpenIssue("newcomer");
        var opened = scene.GitHub.Deliveries.Opened(issue);
        await scene.DeliverAsync(opened);
        scene.GitHub.Hook.Fail(opened, statusCode: 504);

        await SweepAsync(scene);

        Assert.Empty(Asked(scene));
    }

    [Fact]
    public async Task What_was_brought_later_is_not_asked_for()
    {
        await using var scene = await StartAsync();
        var opened = scene.GitHub.Deliveries.Opened(scene.OpenIssue("newcomer"));
        scene.GitHub.Hook.Fail(opened, statusCode: 503);
        scene.GitHub.Hook.Fail(opened, statusCode: 202);

        await SweepAsync(scene);

        Assert.Empty(Asked(scene));
    }

    [Fact]
    public async Task What_nobody_listens_to_is_not_asked_for()
    {
        await using var scene = await StartAsync();
        var opened = scene.GitHub.Deliveries.Opened(scene.OpenIssue("newcomer"));
        scene.GitHub.Hook.Fail(opened with { Event = "gollum" });

        await SweepAsync(scene);

        Assert.Empty(Asked(scene));
    }

    [Fact]
    public async Task What_fails_again_is_asked_for_after_twice_the_time_and_given_up_when_GitHub_no_longer_has_it()
    {
        await using var scene = await StartAsync();
        scene.GitHub.Hook.Fail(scene.GitHub.Deliveries.Opened(scene.OpenIssue("newcomer")));
        scene.GitHub.Hook.Endpoint = new("http://127.0.0.1:9/closed");

        var times = new List<double>();
        for (var minutes = 0; minutes <= 4 * 24 * 60; minutes += 10)
        {
            var before = Asked(scene).Count;
            await SweepAsync(scene);
            times.AddRange(Enumerable.Repeat((double)minutes, Asked(scene).Count - before));
            scene.Time.Advance(TimeSpan.FromMinutes(10));
        }

        Assert.Equal([0, 10, 30, 70, 150, 310, 630, 1270, 2550], times);
        Assert.Contains(scene.Bot.Log.Problems, line => line.Text.Contains("could not bring 1 deliveries for 3 days", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_GitHub_no_longer_has_is_not_asked_for_again()
    {
        await using var scene = await StartAsync();
        scene.GitHub.Hook.Fail(scene.GitHub.Deliveries.Opened(scene.OpenIssue("newcomer")));
        scene.GitHub.Faults.Add(new(FaultKind.Status, IsAsking) { Status = 404, Message = "Not Found" });

        await SweepAsync(scene);
        await PassAsync(scene, TimeSpan.FromHours(1));

        Assert.Single(Asked(scene));
    }

    [Fact]
    public async Task A_dark_night_is_caught_up_with_and_the_list_is_not_read_twice()
    {
        const int Missed = 480;
        await using var scene = await StartAsync();
        var issues = Enumerable.Range(0, Missed).Select(i => scene.OpenIssue($"newcomer-{i}")).ToList();
        foreach (var issue in issues)
        {
            scene.GitHub.Hook.Fail(scene.GitHub.Deliveries.Opened(issue));
            scene.Time.Advance(TimeSpan.FromMinutes(1));
        }

        await SweepAsync(scene);

        Assert.Equal(5, Listed(scene));
        Assert.Equal(RedeliverySweep.MostAsked, Asked(scene).Count);

        await PassAsync(scene, TimeSpan.FromMinutes(6));

        Assert.Equal(Missed, Asked(scene).Count);
        await PassAsync(scene, TimeSpan.FromHours(2));
        Assert.All(issues, issue => Assert.Single(issue.Comments));

        // What has come since then is all on the first page.
        scene.GitHub.Hook.Fail(scene.GitHub.Deliveries.Opened(scene.OpenIssue("late")));
        await PassAsync(scene, TimeSpan.FromMinutes(10));
        var before = Listed(scene);
        await PassAsync(scene, TimeSpan.FromMinutes(20));
        Assert.Equal(before + 2, Listed(scene));
    }

    [Theory]
    [InlineData(403)]
    [InlineData(500)]
    public async Task One_that_cannot_be_asked_for_holds_up_none_of_the_others(int status)
    {
        await using var scene = await StartAsync();
        var issues = Enumerable.Range(0, RedeliverySweep.MostAsked + 50).Select(i => scene.OpenIssue($"newcomer-{i}")).ToList();
        issues.ForEach(issue => scene.GitHub.Hook.Fail(scene.GitHub.Deliveries.Opened(issue)));
        var refused = new HashSet<string>();
        scene.GitHub.Faults.Add(new(FaultKind.Status, (method, path) => IsAsking(method, path) && (refused.Contains(path) || (refused.Count == 0 && refused.Add(path)))) { Status = status });

        await SweepAsync(scene);
        Assert.Equal(RedeliverySweep.MostAsked, Asked(scene).Count);
        Assert.Equal(RedeliverySweep.MostAsked - 1, issues.Count(issue => issue.Comments.Count == 1));

        await PassAsync(scene, TimeSpan.FromMinutes(1));
        Assert.Equal(issues.Count - 1, issues.Count(issue => issue.Comments.Count == 1));

        // It has its turn again after the usual ten minutes, and after twenty.
        await PassAsync(scene, TimeSpan.FromMinutes(9));
        Assert.Equal(issues.Count + 1, Asked(scene).Count);
        scene.GitHub.Faults.Clear();
        await PassAsync(scene, TimeSpan.FromMinutes(20));
        Assert.All(issues, issue => Assert.Single(issue.Comments));
    }

    [Fact]
    public async Task A_GitHub_that_is_ill_is_asked_three_times_a_round()
    {
        await using var scene = await StartAsync();
        var issues = Enumerable.Range(0, 10).Select(i => scene.OpenIssue($"newcomer-{i}")).ToList();
        issues.ForEach(issue => scene.GitHub.Hook.Fail(scene.GitHub.Deliveries.Opened(issue)));
        scene.GitHub.Faults.Add(new(FaultKind.Status, IsAsking));

        await SweepAsync(scene);
        Assert.Equal(RedeliverySweep.MostFaults, Asked(scene).Count);

        scene.GitHub.Faults.Clear();
        await PassAsync(scene, TimeSpan.FromMinutes(1));
        Assert.Equal(issues.Count, Asked(scene).Count);
        await PassAsync(scene, TimeSpan.FromMinutes(10));
        Assert.All(issues, issue => Assert.Single(issue.Comments));
    }

    [Fact]
    public async Task However_often_it_sweeps_it_asks_for_a_hundred_a_minute()
    {
        await using var scene = await StartAsync();
        for (var i = 0; i < 2 * RedeliverySweep.MostAsked; i++)
        {
            scene.GitHub.Hook.Fail(scene.GitHub.Deliveries.Opened(scene.OpenIssue($"newcomer-{i}")));
        }

        for (var seconds = 0; seconds < RedeliverySweep.AskEvery.TotalSeconds; seconds += 10)
        {
            await scene.Bot.SweepAsync();
            Assert.Equal(RedeliverySweep.MostAsked, Asked(scene).Count);
            scene.Time.Advance(TimeSpan.FromSeconds(10));
        }

        await scene.Bot.SweepAsync();
        Assert.Equal(2 * RedeliverySweep.MostAsked, Asked(scene).Count);
    }

    [Fact]
    public async Task Reading_goes_on_where_GitHub_asked_to_wait()
    {
        await using var scene = await StartAsync();
        var issues = Enumerable.Range(0, 150).Select(i => scene.OpenIssue($"newcomer-{i}")).ToList();
        issues.ForEach(issue => scene.GitHub.Hook.Fail(scene.GitHub.Deliveries.Opened(issue)));
        scene.GitHub.Faults.Add(Fault.SecondaryLimit((_, path) => path == "/app/hook/deliveries" && Listed(scene) == 1, retryAfter: 60) with { Times = 1 });

        await SweepAsync(scene);
        await PassAsync(scene, TimeSpan.FromMinutes(3));

        Assert.Equal(150, Asked(scene).Count);
        Assert.Equal(3, Listed(scene));
    }

    [Fact]
    public async Task A_page_that_is_refused_keeps_none_from_being_asked_for_and_reading_begins_anew()
    {
        await using var scene = await StartAsync();
        var issues = Enumerable.Range(0, 150).Select(i => scene.OpenIssue($"newcomer-{i}")).ToList();
        issues.ForEach(issue => scene.GitHub.Hook.Fail(scene.GitHub.Deliveries.Opened(issue)));
        scene.GitHub.Faults.Add(new(FaultKind.Status, (_, path) => path == "/app/hook/deliveries" && Listed(scene) == 1) { Status = 422, Message = "Invalid cursor", Times = 1 });

        await SweepAsync(scene);
        Assert.Equal(100, Asked(scene).Count);
        Assert.Equal(2, Listed(scene));

        // What was asked for is in the list by now, too: it has three pages.
        await PassAsync(scene, TimeSpan.FromMinutes(1));
        Assert.Equal(5, Listed(scene));
        Assert.All(issues, issue => Assert.Single(issue.Comments));
    }

    [Fact]
    public async Task A_list_that_cannot_be_read_keeps_nothing_from_being_asked_for_that_is_known()
    {
        await using var scene = await StartAsync();
        var issues = Enumerable.Range(0, 150).Select(i => scene.OpenIssue($"newcomer-{i}")).ToList();
        issues.ForEach(issue => scene.GitHub.Hook.Fail(scene.GitHub.Deliveries.Opened(issue)));
        await SweepAsync(scene);
        Assert.Equal(100, Asked(scene).Count);
        scene.GitHub.Faults.Add(new(FaultKind.Status, (_, path) => path == "/app/hook/deliveries") { Status = 403, Message = "Not now" });

        // By then the list is to be read again, too.
        scene.Time.Advance(TimeSpan.FromMinutes(10));
        await Assert.ThrowsAsync<GitHubRefusedException>(() => SweepAsync(scene));
        await scene.GitHub.Hook.RedeliveredAsync();
        await scene.Bot.SettledAsync();

        Assert.All(issues, issue => Assert.Single(issue.Comments));
    }

    private static bool IsAsking(string method, string path) => method == "POST" && path.EndsWith("/attempts", StringComparison.Ordinal);

    /// <summary>With room to speak, so that hours of greetings fit into minutes.</summary>
    private static Task<Scene> StartAsync() => Scene.StartAsync("--Bot:ContentPerMinute", "10000", "--Bot:ContentPerHour", "100000");

    private static async Task SweepAsync(Scene scene)
    {
        scene.GitHub.Hook.Endpoint ??= scene.Bot.Webhooks;
        await scene.Bot.SweepAsync();
        await scene.GitHub.Hook.RedeliveredAsync();
        await scene.Bot.SettledAsync();
    }

    private static async Task PassAsync(Scene scene, TimeSpan time)
    {
        for (var passed = TimeSpan.Zero; passed < time; passed += TimeSpan.FromMinutes(1))
        {
            scene.Time.Advance(TimeSpan.FromMinutes(1));
            await SweepAsync(scene);
        }
    }

    private static IReadOnlyList<string> Asked(Scene scene) =>
        [.. scene.GitHub.Requests.Where(request => request.Path.StartsWith("/app/hook/deliveries/", StringComparison.Ordinal)).Select(request => $"{request.Method} attempts")];

    private static int Listed(Scene scene) => scene.GitHub.Requests.Count(request => $"{request.Method} {request.Path}" == List);
}
