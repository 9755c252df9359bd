using System.Diagnostics;
using System.Globalization;
using System.Text;
using CommunityBot.Cli.Deliveries;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Storage;
using CommunityBot.Work;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.IntegrationTests.Posting;

/// <summary>All that can go wrong at GitHub goes wrong in one run: what can be said is said once, and what cannot is listed with its reason.</summary>
public sealed class EverythingAtOnceTests(ITestOutputHelper output) : IAsyncDisposable
{
    private const int Installations = 20;

    /// <summary>Of the installations each of the first is one where something does not go on.</summary>
    private const int Suspended = 0, Deleted = 1, Gone = 2, ReadOnly = 3, Closed = 4, Healthy = 5;

    /// <summary>Deliveries between two steps of the clock.</summary>
    private const int AtOnce = 10;

    /// <summary>Reached only when something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(40);

    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(500);

    /// <summary>A step while whatever is left waits for its time.</summary>
    private static readonly TimeSpan LongStep = TimeSpan.FromSeconds(5);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("communitybot-tests-");

    private SimulatedGitHub _github = null!;

    private Bot _bot = null!;

    /// <summary>Enough for each kind of fault to strike; CONTRIBUTING.md says how to have more.</summary>
    private static int Actions =>
        int.TryParse(Environment.GetEnvironmentVariable("COMMUNITYBOT_FAULT_ACTIONS"), NumberStyles.None, CultureInfo.InvariantCulture, out var wanted) ? wanted : 200;

    public async ValueTask DisposeAsync()
    {
        await _bot.DisposeAsync();
        await _github.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Theory]
    [InlineData(60)]
    [InlineData(-60)]
    public async Task Nothing_is_lost_nothing_doubled_and_what_cannot_be_done_is_listed(int secondsAhead)
    {
        _github = await SimulatedGitHub.StartAsync(new() { Time = new OtherClock(_time, TimeSpan.FromSeconds(secondsAhead)), PrivateKeyPem = TestKey.Pem });
        _bot = await Bot.StartAsync(_github, _time, _folder, "--Bot:Workers", "32");
        var installations = Enumerable.Range(0, Installations).Select(i => _github.AddInstallation($"org-{i}", _time.GetUtcNow().AddDays(-30))).ToList();
        var repositories = installations.Select(installation => _github.AddRepository(installation, installation.Account.Login, "hello")).ToList();
        foreach (var permission in new[] { "issues", "pull_requests", "discussions" })
        {
            installations[ReadOnly].Permissions[permission] = "read";
            installations[Closed].Permissions.TryRemove(permission, out _);
        }

        var deeds = Enumerable.Range(0, Actions).Select(i => Do(i, repositories[i % Installations])).ToList();
        GoWrong();

        var (sent, halfway, anHourLater, began, start) = (0, false, false, Stopwatch.GetTimestamp(), _time.GetUtcNow());
        while (sent < deeds.Count || await CountLeftAsync() > 0)
        {
            Assert.True(Stopwatch.GetElapsedTime(began) < Patience, "It does not come to an end.");
            var next = deeds.Skip(sent).Take(sent < deeds.Count / 2 || anHourLater ? AtOnce : 0).ToList();
            await Task.WhenAll(next.Select(TellAsync));
            sent += next.Count;
            if (next.Count > 0 && sent % (deeds.Count / 4) < AtOnce)
            {
                _github.RevokeTokens();
            }

            if (!halfway && sent >= deeds.Count / 2)
            {
                // In the middle of the work.
                (installations[Suspended].Suspended, installations[Deleted].Deleted, halfway) = (true, true, true);
                _github.Delete(repositories[Gone]);
            }

            var isBusy = next.Count > 0 || await CountDueAsync() > 0;
            if (halfway && !anHourLater && !isBusy)
            {
                // By then all tokens are too old.
                _time.Advance(TimeSpan.FromHours(1));
                anHourLater = true;
            }

            _time.Advance(isBusy ? Step : LongStep);
            await QuietAsync();
        }

        Assert.Equal(202, await _bot.DeliverAsync(new("unreadable", "issues", Encoding.UTF8.GetBytes("""{"action":"opened"}"""))));
        await _bot.SettledAsync();

        var whole = deeds.Where(deed => deed.Index % Installations >= Healthy).ToList();
        var (lost, doubled) = (whole.Count(deed => deed.Said == 0), deeds.Count(deed => deed.Said > 1));
        var ended = deeds.Except(whole).Where(deed => deed.Said == 0).ToList();
        output.WriteLine(
            $"{deeds.Count} actions, GitHub {secondsAhead} s ahead: {lost} lost, {doubled} doubled, {ended.Count} ended; {_github.Requests.Count} requests, of which "
            + $"{_github.Requests.Count(request => request.Status is 0 or >= 500)} failed and {_github.Requests.Count(request => request.Status == 401)} had an old token; "
            + $"{_time.GetUtcNow() - start} in {Stopwatch.GetElapsedTime(began)}");
        Assert.Equal((0, 0), (lost, doubled));

        // What was on its way when GitHub said to wait arrives all the same; one in a thousand at most.
        Assert.InRange(_github.Faults.RequestsWhilePaused, 0, _github.Requests.Count / 1_000);
        _github.AssertNoUnknownRoutes();

        var (deliveries, messages) = (await _bot.DeliveriesAsync(), await _bot.OutboxAsync());
        Assert.All(messages, message => Assert.Equal(WorkState.Completed, message.State));
        var reasons = deliveries.Select(delivery => (Id: delivery.DeliveryId, delivery.Error)).Concat(messages.Select(message => (Id: message.DeliveryId, message.Error)))
            .Where(its => its.Error is not null).ToLookup(its => its.Id, its => its.Error!);
        Assert.All(ended, deed => Assert.NotEmpty(reasons[deed.Id]));
        Assert.All(whole, deed => Assert.Empty(reasons[deed.Id]));
        Assert.Equal("unreadable", Assert.Single(deliveries, delivery => delivery.State == WorkState.Parked).DeliveryId);

        // As an operator sees it.
        Assert.Matches(@"unreadable +parked .* it has no repository", await RunAsync("list"));
        Assert.Contains("Resource not accessible by integration", await RunAsync("show", ended.First(deed => deed.Index % Installations == ReadOnly).Id), StringComparison.Ordinal);
        Assert.Contains("This installation has been suspended", await RunAsync("show", ended.First(deed => deed.Index % Installations == Suspended).Id), StringComparison.Ordinal);
    }

    private void GoWrong()
    {
        _github.Faults.Latency = TimeSpan.FromMilliseconds(500);
        _github.Faults.ReadLag = TimeSpan.FromSeconds(5);
        Add(FaultKind.ResetBeforeTheEffect, 0.005);
        Add(FaultKind.ResetAfterTheEffect, 0.005);
        Add(FaultKind.Status, 0.025);
        Add(FaultKind.StatusAfterTheEffect, 0.025);
        Add(FaultKind.SlowAfterTheEffect, 0.02);
        _github.Faults.Add(Fault.SecondaryLimit(IsOfInstallation, retryAfter: 20) with { Probability = 0.002 });
        _github.Faults.Add(Fault.SecondaryLimit(IsOfInstallation, status: 429) with { Probability = 0.001 });
        _github.Faults.Add(Fault.PrimaryLimit(IsOfInstallation, _github.Time.GetUtcNow().AddMinutes(3)) with { Probability = 0.002 });

        // Longer than anybody waits.
        void Add(FaultKind kind, double probability) =>
            _github.Faults.Add(new(kind, (_, _) => true) { Probability = probability, Delay = TimeSpan.FromHours(1) });

        static bool IsOfInstallation(string method, string path) => !path.StartsWith("/app", StringComparison.Ordinal);
    }

    private Deed Do(int index, SimulatedRepository repository)
    {
        var author = _github.AddUser($"newcomer-{index}");

        // Of each kind there is one everywhere: there are as many installations as it takes.
        switch (index / Installations % 5)
        {
            case 0:
                return Opened(_github.OpenIssue(repository, author));
            case 1:
                return Opened(_github.OpenPullRequest(repository, author));
            case 2:
                return Opened(_github.OpenDiscussion(repository, author));
            case 3:
                var pull = _github.OpenPullRequest(repository, author);
                _github.Merge(pull, _github.AddUser("maintainer"));
                return new(index, pull, () => _github.Deliveries.Closed(pull), () => Count(pull, "thanks.first-merge"));
            default:
                var issue = _github.OpenIssue(repository, author);
                var comment = _github.Comment(issue, _github.AddUser($"reader-{index}"), "/help");
                return new(index, issue, () => _github.Deliveries.Commented(issue, comment), () => Count(issue, "commands.reply"));
        }

        Deed Opened(SimulatedItem item) => new(index, item, () => _github.Deliveries.Opened(item), () => Count(item, "welcome."));
    }

    private int Count(SimulatedItem item, string moment) =>
        item.Comments.Count(comment => comment.Author.Id == _github.Bot.Id && comment.Body.Contains($"moment={moment}", StringComparison.Ordinal));

    private async Task TellAsync(Deed deed) => Assert.Equal(202, await _bot.DeliverAsync(deed.Tell(), deed.Id));

    /// <summary>Waits until GitHub is asked nothing more before the clock goes on.</summary>
    private async Task QuietAsync()
    {
        int before;
        do
        {
            before = _github.Requests.Count;
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System, TestContext.Current.CancellationToken);
        }
        while (_github.Requests.Count != before);
    }

    private Task<long> CountLeftAsync() => _bot.Services.GetRequiredService<Database>().ReadAsync(session =>
        session.ScalarAsync<long>("SELECT (SELECT COUNT(*) FROM deliveries WHERE state IN (0, 1)) + (SELECT COUNT(*) FROM outbox WHERE state IN (0, 1))"));

    private async Task<long> CountDueAsync() =>
        await _bot.Services.GetRequiredService<Inbox.Inbox>().Work.CountWaitingAsync() + await _bot.Services.GetRequiredService<Outbox.Outbox>().Work.CountWaitingAsync();

    private async Task<string> RunAsync(params string[] arguments)
    {
        await using var printed = new StringWriter();
        var command = DeliveriesCommand.Build(["--ConnectionStrings:CommunityBot", $"Data Source={_folder.FullName}/bot.db"]);
        Assert.Equal(0, await command.Parse(arguments).InvokeAsync(new() { Output = printed, Error = printed }, TestContext.Current.CancellationToken));
        return printed.ToString();
    }

    /// <summary>What somebody did, which is answered by one comment.</summary>
    private sealed record Deed(int Index, SimulatedItem Item, Func<SimulatedDelivery> Tell, Func<int> Count)
    {
        public string Id { get; } = $"deed-{Index}";

        public int Said => Count();
    }
}
