using System.Text.RegularExpressions;
using CommunityBot.Features.Nudges;
using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Inbox;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.Schedule;
using CommunityBot.Storage;
using CommunityBot.Team;
using CommunityBot.Tests.RepositoryConfig;
using CommunityBot.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Features.Nudges;

/// <summary>A year of two repositories on two continents, with people who go away, want no mentions, answer or forget: rules, sweeps and tables are those of the service.</summary>
internal sealed partial class Year : IAsyncDisposable
{
    public const int MostAWeek = 5;

    public const int MostOnOne = 3;

    private const string ReadNew = "SELECT seq, repository_id, moment, key, effect, created_at FROM outbox WHERE seq > @0 ORDER BY seq";

    private const string SayAll = "UPDATE outbox SET state = 2, attempts = 1, finished_at = created_at WHERE state = 0";

    private static readonly DateTimeOffset Begin = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Random _random;
    private readonly TemporaryDatabase _temporary;
    private readonly ServiceProvider _services;
    private readonly FakeTimeProvider _time = new(Begin);
    private readonly Dictionary<long, DateTimeOffset> _away = [];
    private readonly HashSet<long> _muted = [];
    private readonly PriorityQueue<Func<Task>, DateTimeOffset> _plan = new();
    private readonly IReadOnlyList<Account> _team = [.. Enumerable.Range(1, 9).Select(number => new Account(number, $"member{number}"))];
    private readonly IReadOnlyList<Account> _authors = [.. Enumerable.Range(100, 80).Select(number => new Account(number, $"author{number}"))];
    private long _last;

    private Year(TemporaryDatabase temporary, int seed)
    {
        (_temporary, _random) = (temporary, new(seed));
        var services = new ServiceCollection().AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance).AddLogging();
        services.AddCommunityBotCore(OperatorSettings.ForPreview(temporary.ConnectionString));
        services.AddSingleton<Database>(temporary.Database).AddSingleton<TimeProvider>(_time);
        services.AddSingleton(YearGitHub.Knowing([.. _team, .. _authors, new(50, "helper[bot]")]));
        services.AddSingleton<IConfigSource>(new YearConfigs());
        _services = services.BuildServiceProvider();
    }

    public List<Pull> Pulls { get; } = [];

    public List<Nudge> Nudges { get; } = [];

    /// <summary>What must never happen and did.</summary>
    public List<string> Broken { get; } = [];

    public static async Task<Year> PassAsync(int seed, int pulls)
    {
        var year = new Year(await TemporaryDatabase.OpenAsync(), seed);
        await year.RunAsync(pulls);
        return year;
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _temporary.DisposeAsync();
    }

    private async Task RunAsync(int pulls)
    {
        foreach (var repository in YearConfigs.Repositories)
        {
            await WriteAsync(repository, context => NudgedRepositories.MeetRepository(context, Begin));
        }

        await SweepAsync();
        for (var number = 1; number <= pulls; number++)
        {
            Plan(new(YearConfigs.Repositories[number % 2], number, Pick(_authors), OpenedAt: Begin.AddHours(_random.Next(0, 360 * 24)), IsForgotten: number % 4 == 0));
        }

        foreach (var person in _team.Concat(_authors))
        {
            PlanHolidays(person);
        }

        for (var now = Begin; now < Begin.AddDays(365); now += TimeSpan.FromHours(1))
        {
            _time.SetUtcNow(now);
            while (_plan.TryPeek(out var act, out var due) && due <= now)
            {
                _plan.Dequeue();
                await act();
            }

            await SweepAsync();
        }
    }

    private async Task SweepAsync()
    {
        foreach (var sweep in _services.GetServices<ISweep>().Where(sweep => sweep is OpenPullRequestSweep or NudgeSweep))
        {
            await sweep.SweepAsync(_time.GetUtcNow(), CancellationToken.None);
        }

        await LookAsync();
    }

    private void Plan(Pull pull)
    {
        Pulls.Add(pull);
        _plan.Enqueue(() => TellAsync(pull, PullFacts.None with { IsWhole = true }), pull.OpenedAt);
        if (pull.IsForgotten)
        {
            return;
        }

        var at = pull.OpenedAt;
        for (var acts = _random.Next(1, 8); acts > 0; acts--)
        {
            at += TimeSpan.FromHours(_random.Next(1, 24 * 20));
            _plan.Enqueue(() => ActAsync(pull), at);
        }

        _plan.Enqueue(() => CloseAsync(pull), at.AddHours(_random.Next(1, 24 * 60)));
    }

    private void PlanHolidays(Account person)
    {
        for (var at = Begin.AddDays(_random.Next(5, 120)); at < Begin.AddDays(360); at += TimeSpan.FromDays(_random.Next(40, 200)))
        {
            var until = _random.Next(5) == 0 ? at.AddYears(50) : at.AddDays(_random.Next(2, 25));
            _plan.Enqueue(() => GoAwayAsync(person, until), at);
            if (until > Begin.AddYears(10))
            {
                _plan.Enqueue(() => GoAwayAsync(person, Begin), at.AddDays(_random.Next(10, 60)));
            }
        }

        if (_random.Next(8) == 0)
        {
            _plan.Enqueue(() => MuteAsync(person), Begin.AddDays(_random.Next(10, 300)));
        }
    }

    private Task ActAsync(Pull pull)
    {
        var (now, by) = (_time.GetUtcNow(), Pick(_team));
        pull.ActedAt = now;
        return TellAsync(pull, _random.Next(7) switch
        {
            0 => ReviewFacts.Said(by, "approved", now, body: null, pull.Author.Login),
            1 => ReviewFacts.Said(by, "changes_requested", now, body: null, pull.Author.Login),
            2 => ReviewFacts.Said(by, "commented", now, body: null, pull.Author.Login),
            3 => ReviewFacts.Commented(by, now, "I will look at it.", pull.Author.Login),
            4 => PullFacts.None with { OthersActedAt = now },
            _ => PullFacts.AuthorActed(now),
        });
    }

    private Task CloseAsync(Pull pull)
    {
        pull.ClosedAt = _time.GetUtcNow();
        return TellAsync(pull, PullFacts.None);
    }

    private Task TellAsync(Pull pull, PullFacts told)
    {
        var snapshot = new PullSnapshot(_time.GetUtcNow(), pull.Author, "NONE", pull.OpenedAt)
        {
            IsOpen = pull.ClosedAt is null,
            HeadSha = $"sha{pull.Number}",
            Reviewers = pull.Number % 3 == 0 ? [_team[pull.Number % _team.Count]] : [],
        };
        return WriteAsync(pull.Repository, context =>
            _services.GetRequiredService<Tracker>().TellAsync(context, pull.Number, told.Merge(PullFacts.None with { Snapshot = snapshot }), CancellationToken.None));
    }

    private Task GoAwayAsync(Account person, DateTimeOffset until)
    {
        _away[person.Id] = until;
        return WriteAsync(YearConfigs.Repositories[0], context => Availability.SetAway(context, person, until));
    }

    private Task MuteAsync(Account person)
    {
        _muted.Add(person.Id);
        return WriteAsync(YearConfigs.Repositories[0], context => Availability.SetMuted(context, person, muted: true));
    }

    private Task WriteAsync(RepositoryRef repository, Action<DeliveryContext> write) => WriteAsync(repository, context =>
    {
        write(context);
        return Task.CompletedTask;
    });

    private async Task WriteAsync(RepositoryRef repository, Func<DeliveryContext, Task> write)
    {
        var contexts = _services.GetRequiredService<SweepContexts>();
        var context = contexts.Begin("year", repository);
        await write(context);
        await contexts.CommitAsync(context);
    }

    // What was decided is said at once.
    private async Task LookAsync()
    {
        foreach (var nudge in await _temporary.Database.ReadAsync(ReadNewAsync))
        {
            Nudges.Add(nudge);
            Check(nudge);
        }

        await _temporary.Database.WriteAsync(session => session.ExecuteAsync(SayAll));
    }

    private async Task<List<Nudge>> ReadNewAsync(Session session)
    {
        var found = new List<Nudge>();
        await using var rows = await session.ReadAsync(ReadNew, _last);
        while (await rows.ReadAsync())
        {
            _last = rows.GetInt64(0);
            var number = int.Parse(rows.GetString(3).Split('-')[1], null);
            var body = ((CommentEffect)EffectCodec.Read(rows.GetString(4))).Body;
            var pull = Pulls.Single(pull => pull.Number == number && pull.Repository.Id == rows.GetInt64(1));
            found.Add(new(pull, rows.GetString(2), Clock.FromMilliseconds(rows.GetInt64(5)), [.. Mention().Matches(body).Select(login => login.Groups[1].Value)]));
        }

        return found;
    }

    private void Check(Nudge nudge)
    {
        var (pull, at) = (nudge.Pull, nudge.At);
        var mine = Nudges.Where(other => other.Pull == pull).ToList();
        Hold(YearConfigs.CalendarOf(pull.Repository).NextOpen(at) == at, "outside hours", nudge);
        Hold(pull.ClosedAt is null, "after closing", nudge);
        Hold(mine.Count(other => !other.HandsOver) <= MostOnOne, "too many on one", nudge);
        Hold(mine.Count(other => other.HandsOver) <= 1, "handed over twice", nudge);
        Hold(nudge.HandsOver || !mine.Any(other => other.HandsOver && other.At > (pull.ActedAt ?? pull.OpenedAt)), "after handing over", nudge);
        foreach (var login in nudge.To)
        {
            var person = _team.Concat(_authors).FirstOrDefault(person => person.Login == login);
            Hold(person is not null, $"{login} is no person", nudge);
            Hold(Nudges.Count(other => other.At > at.AddDays(-7) && other.IsFor(login)) <= MostAWeek, $"too many to {login}", nudge);
            Hold(person is null || !_muted.Contains(person.Id), $"{login} is muted", nudge);
            Hold(person is null || !_away.TryGetValue(person.Id, out var until) || until <= at, $"{login} is away", nudge);
        }
    }

    private void Hold(bool holds, string what, Nudge nudge)
    {
        if (!holds)
        {
            Broken.Add($"{what}: {nudge.Moment} on {nudge.Pull.Number} at {nudge.At:u}");
        }
    }

    private T Pick<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    [GeneratedRegex(@"@([A-Za-z0-9-]+(?:\[bot\])?)")]
    private static partial Regex Mention();

    /// <summary>A pull request of the year.</summary>
    internal sealed record Pull(RepositoryRef Repository, int Number, Account Author, DateTimeOffset OpenedAt, bool IsForgotten)
    {
        public DateTimeOffset? ClosedAt { get; set; }

        public DateTimeOffset? ActedAt { get; set; }
    }

    /// <summary>What was said, and to whom.</summary>
    internal sealed record Nudge(Pull Pull, string Moment, DateTimeOffset At, IReadOnlyList<string> To)
    {
        public bool HandsOver => Moment == NudgesFeature.HandOver.Kind;

        /// <summary>Whether it asks somebody for something; that an author is told of it asks for nothing.</summary>
        public bool IsFor(string login) => To.Contains(login) && (login != Pull.Author.Login || Moment == NudgesFeature.Author.Kind);
    }
}

/// <summary>What two repositories say, each with its own hours and holidays.</summary>
internal sealed class YearConfigs : IConfigSource
{
    public static readonly IReadOnlyList<RepositoryRef> Repositories = [new(1, 10, "octo", "berlin"), new(1, 11, "octo", "pacific")];

    private static readonly IReadOnlyList<EffectiveConfig> All =
    [
        Of("time-zone: Europe/Berlin, holidays: [2026-05-01, 2026-12-25]"), Of("time-zone: America/Los_Angeles, workdays: [mon, tue, wed, thu], holidays: [2026-07-02]"),
    ];

    public static WorkCalendar CalendarOf(RepositoryRef repository) => new(ConfigOf(repository).Get<CalendarSettings>());

    public ValueTask<EffectiveConfig> OfAsync(RepositoryRef repository, CancellationToken cancellationToken) => new(ConfigOf(repository));

    private static EffectiveConfig ConfigOf(RepositoryRef repository) => All[(int)(repository.Id - Repositories[0].Id)];

    private static EffectiveConfig Of(string calendar) => EffectiveConfig.Of(Configs.Keys, repository: Configs.Parse($$"""
        people: { mentors: [member1, member2, member3, member4, member5, "helper[bot]"], mergers: [member8, member9] }
        nudges: { calendar: { {{calendar}} } }
        """));
}
