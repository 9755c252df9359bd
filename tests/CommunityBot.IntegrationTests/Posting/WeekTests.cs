using System.Globalization;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.IntegrationTests.Posting;

/// <summary>
/// A week of many repositories, most of them of one installation, which has a day of hundreds of newcomers. <c>COMMUNITYBOT_WEEK_REPOSITORIES</c> is how many there are.
/// </summary>
public sealed class WeekTests(ITestOutputHelper output)
{
    private const int UsualRepositories = 60;
    private const int Mentors = 20;

    /// <summary>Newcomers of the crowded twenty minutes: more than an hour may have comments.</summary>
    private const int Crowd = 540;

    private const string Crowded = "crowded";

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(20);
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);

    // Seeded, so that a week can be had again.
    private readonly Random _random = new(7);

    [Fact]
    public async Task No_limit_of_GitHub_is_reached_in_a_week()
    {
        var time = new FakeTimeProvider(Monday);
        await using var github = await SimulatedGitHub.StartAsync(new SimulatorOptions { Time = time, PrivateKeyPem = TestKey.Pem });
        await using var bot = await Bot.StartAsync(github, time);
        var repositories = AddRepositories(github, int.Parse(Environment.GetEnvironmentVariable("COMMUNITYBOT_WEEK_REPOSITORIES") ?? $"{UsualRepositories}", CultureInfo.InvariantCulture));
        var week = new PriorityQueue<Func<SimulatedDelivery>, DateTimeOffset>();
        var opened = new List<SimulatedItem>();
        var more = Math.Max(1, Crowd / repositories.Count(repository => repository.Owner == Crowded));
        foreach (var repository in repositories)
        {
            Plan(github, week, repository, opened, repository.Owner == Crowded ? more : 0);
        }

        var deliveries = week.Count;
        for (var end = Monday.AddDays(7); time.GetUtcNow() < end; time.Advance(Step))
        {
            while (week.TryPeek(out _, out var at) && at <= time.GetUtcNow())
            {
                Assert.Equal(202, await bot.DeliverAsync(week.Dequeue()()));
            }

            await bot.SweepAsync();
        }

        Assert.Empty(week.UnorderedItems);
        Assert.All(opened, item => Assert.Single(item.Comments, comment => comment.Body.Contains("moment=welcome.", StringComparison.Ordinal)));
        var nudges = opened.Sum(item => item.Comments.Count(comment => comment.Body.Contains("moment=nudges.", StringComparison.Ordinal)));
        var most = github.Installations.Values.Select(installation => MostOf(github, installation)).ToList();
        output.WriteLine($"{repositories.Count} repositories, {deliveries} deliveries, {opened.Count} welcomed, {nudges} nudges; at most, of one installation:");
        output.WriteLine($"{most.Max(one => one.ContentOfAMinute)} comments a minute, {most.Max(one => one.ContentOfAnHour)} an hour, {most.Min(one => one.Gap)} between two");
        output.WriteLine($"{most.Max(one => one.PointsOfAMinute)} points a minute, {most.Max(one => one.RequestsOfAnHour)} requests an hour, {github.Limits.MostAtOnce} at once");

        Assert.DoesNotContain(github.Requests, request => request.Status is 403 or 429);
        Assert.InRange(most.Max(one => one.ContentOfAMinute), 1, 80);
        Assert.True(most.Min(one => one.Gap) >= TimeSpan.FromSeconds(1));
        Assert.InRange(most.Max(one => one.PointsOfAMinute), 1, 900);
        Assert.InRange(most.Max(one => one.RequestsOfAnHour), 1, 5_000);
        Assert.InRange(github.Limits.MostAtOnce, 1, 100);

        // The busiest hour is as full as it may be, and a tenth of it is kept for answers: else nothing was put to the test.
        Assert.InRange(most.Max(one => one.ContentOfAnHour), 450, 500);
        Assert.NotEqual(0, nudges);
        github.AssertNoUnknownRoutes();
    }

    private static List<SimulatedRepository> AddRepositories(SimulatedGitHub github, int count)
    {
        var crowded = github.AddInstallation(Crowded, Monday.AddDays(-1));
        var others = Enumerable.Range(0, (count / 40) + 1).Select(i => github.AddInstallation($"other-{i}", Monday.AddDays(-1))).ToList();
        var mentors = string.Join(", ", Enumerable.Range(0, Mentors).Select(i => github.AddUser($"mentor-{i}").Login));
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var installation = i % 4 > 0 ? crowded : others[i % others.Count];
            var repository = github.AddRepository(installation, installation.Account.Login, $"hello-{i}");
            repository.Files[".github/community-bot.yml"] = $"people: {{ mentors: [{mentors}] }}\n";
            return repository;
        })];
    }

    // Two issues and two pull requests in the week, one of them merged the day after; and on Tuesday, where it is crowded, more within twenty minutes.
    private void Plan(SimulatedGitHub github, PriorityQueue<Func<SimulatedDelivery>, DateTimeOffset> week, SimulatedRepository repository, List<SimulatedItem> opened, int more)
    {
        for (var i = 0; i < 4; i++)
        {
            Open(Monday + (_random.NextDouble() * TimeSpan.FromDays(5)), isPullRequest: i % 2 == 1, isMerged: i == 1);
        }

        for (var i = 0; i < more; i++)
        {
            Open(Monday.AddDays(1).AddHours(10) + (_random.NextDouble() * TimeSpan.FromMinutes(20)), isPullRequest: false, isMerged: false);
        }

        void Open(DateTimeOffset at, bool isPullRequest, bool isMerged) => week.Enqueue(
            () =>
            {
                var author = github.AddUser($"newcomer-{opened.Count}");
                var item = isPullRequest ? github.OpenPullRequest(repository, author) : github.OpenIssue(repository, author);
                opened.Add(item);
                if (isMerged)
                {
                    week.Enqueue(() => Merge(item), at.AddDays(1));
                }

                return github.Deliveries.Opened(item);
            },
            at);

        SimulatedDelivery Merge(SimulatedItem item)
        {
            github.Merge(item, github.AddUser("maintainer"), null);
            return github.Deliveries.Closed(item);
        }
    }

    private static Most MostOf(SimulatedGitHub github, Installation installation)
    {
        var requests = github.Requests.Where(request => request.InstallationId == installation.Id).OrderBy(request => request.At).ToList();
        var content = requests.Where(request => request.Method == "POST" && request.Path.EndsWith("/comments", StringComparison.Ordinal)).Select(request => (request.At, 1)).ToList();
        var gaps = content.Zip(content.Skip(1), (one, next) => next.At - one.At);
        return new(
            MostWithin(content, TimeSpan.FromMinutes(1)),
            MostWithin(content, TimeSpan.FromHours(1)),
            gaps.DefaultIfEmpty(TimeSpan.MaxValue).Min(),
            MostWithin([.. requests.Select(request => (request.At, request.Method == "GET" || request.Path.StartsWith("/graphql", StringComparison.Ordinal) ? 1 : 5))], TimeSpan.FromMinutes(1)),
            requests.GroupBy(request => request.Path.StartsWith("/graphql", StringComparison.Ordinal)).Max(MostOfAnHourOf));
    }

    // As GitHub counts them: an hour begins with the first request after the last one. https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api
    private static int MostOfAnHourOf(IEnumerable<LoggedRequest> requests)
    {
        var (most, used, reset) = (0, 0, DateTimeOffset.MinValue);
        foreach (var request in requests)
        {
            if (request.At >= reset)
            {
                (used, reset) = (0, request.At.AddHours(1));
            }

            most = Math.Max(most, ++used);
        }

        return most;
    }

    private static int MostWithin(List<(DateTimeOffset At, int Points)> requests, TimeSpan window)
    {
        var (most, sum, oldest) = (0, 0, 0);
        foreach (var (at, points) in requests)
        {
            sum += points;
            for (; requests[oldest].At <= at - window; oldest++)
            {
                sum -= requests[oldest].Points;
            }

            most = Math.Max(most, sum);
        }

        return most;
    }

    private sealed record Most(int ContentOfAMinute, int ContentOfAnHour, TimeSpan Gap, int PointsOfAMinute, int RequestsOfAnHour);
}
