using CommunityBot.Features.Nudges;
using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig.Settings;
using CommunityBot.Storage;
using CommunityBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Features.Nudges;

public sealed class PullRequestsTests
{
    private const int Number = 7;

    private static readonly NudgeConfig Rules = new(new(), new(new()), new PeopleSettings(), BotMode.On);

    private const string Held = "SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";

    private static readonly Said Nudge = new("nudges.first-response", "11-7-1-1");

    private readonly FakeTimeProvider _time = new(Pulls.At(72));

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_delivery_that_comes_late_is_noticed_and_makes_nothing_older(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var pulls = new PullRequests(temporary.Database);
        await TellAsync(temporary, Pulls.At(10), Pulls.Opened());
        var seen = await FindAsync(pulls);

        await TellAsync(temporary, Pulls.At(5), PullFacts.None);

        Assert.True((await FindAsync(pulls)).SeenAt > seen.SeenAt);
        await Assert.ThrowsAsync<OvertakenException>(() => WriteAsync(temporary, Pulls.At(11), context => PullRequests.Advance(context, seen, NudgeProgress.None, due: null)));

        await TellAsync(temporary, Pulls.At(12), PullFacts.None);
        Assert.Equal(Pulls.At(12), (await FindAsync(pulls)).SeenAt);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_nobody_tried_to_say_is_as_if_it_had_not_been_written_once_it_is_not_true(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        await WriteNudgeAsync(temporary);

        await TellAsync(temporary, Pulls.At(73), PullFacts.AuthorActed(Pulls.At(73)));

        Assert.Equal(FactsCodec.Write(NudgeProgress.None), FactsCodec.Write((await FindAsync(new(temporary.Database))).Progress));
        Assert.Equal((0, 0), await CountAsync(temporary));
    }

    [Theory]
    [InlineData(Engine.Sqlite, false)]
    [InlineData(Engine.Sqlite, true)]
    [InlineData(Engine.Postgres, false)]
    [InlineData(Engine.Postgres, true)]
    public async Task What_somebody_tried_to_say_or_has_in_hand_counts_and_is_only_looked_for(Engine engine, bool inHand)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var outbox = await WriteNudgeAsync(temporary);
        var claim = Assert.Single(await outbox.Work.ClaimAsync(() => 1));
        if (inHand)
        {
            await TellAsync(temporary, Pulls.At(73), PullFacts.AuthorActed(Pulls.At(73)));
            await FailAsync();
        }
        else
        {
            await FailAsync();
            await TellAsync(temporary, Pulls.At(73), PullFacts.AuthorActed(Pulls.At(73)));
        }

        Assert.Equal(1, (await FindAsync(new(temporary.Database))).Progress.Nudges);
        Assert.Equal((1, 1), await CountAsync(temporary));
        Assert.NotNull(((CommentEffect)EffectCodec.Read(Assert.Single(await outbox.Work.ClaimAsync(() => 1)).Item.Effect)).TakenBack);

        Task FailAsync() => outbox.Work.RescheduleAsync(claim, _time.GetUtcNow(), counts: true, "on purpose");
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_changes_nobodys_turn_takes_nothing_back(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        await WriteNudgeAsync(temporary);

        await TellAsync(temporary, Pulls.At(73), PullFacts.None with { Snapshot = Pulls.Snapshot(73) with { Labels = ["bug"] } });

        Assert.Equal(1, (await FindAsync(new(temporary.Database))).Progress.Nudges);
        Assert.Equal((1, 1), await CountAsync(temporary));
    }

    [Fact]
    public async Task What_two_replicas_hear_at_once_of_a_pull_request_that_neither_knew_is_put_together()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        await using var replica = await temporary.OpenAgainAsync();
        var (written, hold) = (new TaskCompletionSource(), new TaskCompletionSource());

        var first = temporary.Database.WriteAsync(async session =>
        {
            await Told(Pulls.At(0), Pulls.Opened()).WriteAllAsync(session);
            written.SetResult();
            await hold.Task;
        });
        await written.Task;
        var second = replica.WriteAsync(Told(Pulls.At(1), PullFacts.AuthorActed(Pulls.At(1))).WriteAllAsync);
        await IsHeldAsync(temporary.Database, second);
        hold.SetResult();
        await Task.WhenAll(first, second);

        Assert.Equal(FactsCodec.Write(Pulls.Opened().Acted(1)), FactsCodec.Write((await FindAsync(new(temporary.Database))).Facts));
    }

    [Fact]
    public async Task Two_replicas_do_not_nudge_somebody_together_more_often_in_a_week_than_one_may()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(Engine.Postgres);
        await using var replica = await temporary.OpenAgainAsync();
        var (written, hold) = (new TaskCompletionSource(), new TaskCompletionSource());
        await WriteAsync(temporary, Pulls.At(0), context => NudgedRepositories.MeetRepository(context, Pulls.At(0)));

        var one = Context(Pulls.At(1), context => SentNudges.Record(context, Pulls.Reviewer, "one", most: 1));
        var first = temporary.Database.WriteAsync(
            async session =>
            {
                await one.WriteAllAsync(session);
                written.SetResult();
                await hold.Task;
            },
            one.Order);
        await written.Task;
        var another = Context(Pulls.At(1), context => SentNudges.Record(context, Pulls.Reviewer, "another", most: 1));
        var second = replica.WriteAsync(another.WriteAllAsync, another.Order);
        await IsHeldAsync(temporary.Database, second);
        hold.SetResult();
        await first;

        await Assert.ThrowsAsync<OvertakenException>(() => second);
        Assert.Equal((0, 1), await CountAsync(temporary));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task Of_what_waited_before_no_more_are_nudged_on_a_day_than_may_be_whoever_counted_before(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        await WriteAsync(temporary, Pulls.At(0), context => NudgedRepositories.MeetRepository(context, Pulls.At(0)));
        for (var nudged = 0; nudged < NudgedRepositories.OldADay; nudged++)
        {
            await CountOldAsync(day: 1);
        }

        await Assert.ThrowsAsync<OvertakenException>(() => CountOldAsync(day: 1));
        await CountOldAsync(day: 2);

        Task CountOldAsync(long day) => WriteAsync(temporary, Pulls.At(1), context => NudgedRepositories.CountOld(context, day));
    }

    private async Task<CommunityBot.Outbox.Outbox> WriteNudgeAsync(TemporaryDatabase temporary)
    {
        var outbox = new CommunityBot.Outbox.Outbox(temporary.Database, _time);
        await TellAsync(temporary, Pulls.At(0), Pulls.Opened());
        var pull = await FindAsync(new(temporary.Database));
        var cycle = Rules.BallOf(pull.Facts).Cycle;
        await WriteAsync(temporary, Pulls.At(72), context =>
        {
            PullRequests.Advance(context, pull, pull.Progress.Next(cycle, Pulls.At(72), Nudge, [Pulls.Reviewer.Id]), due: null);
            SentNudges.Record(context, Pulls.Reviewer, Nudge.Key, most: 1);
            outbox.Add(context, Nudge.Moment, Nudge.Key, new CommentEffect(Number, "Please look."));
        });
        return outbox;
    }

    private static Task TellAsync(TemporaryDatabase temporary, DateTimeOffset at, PullFacts told) =>
        WriteAsync(temporary, at, context => PullRequests.Fold(context, Number, told, Rules));

    private static Task WriteAsync(TemporaryDatabase temporary, DateTimeOffset at, Action<DeliveryContext> write) =>
        temporary.Database.WriteAsync(Context(at, write).WriteAllAsync);

    private static DeliveryContext Told(DateTimeOffset at, PullFacts told) => Context(at, context => PullRequests.Fold(context, Number, told, Rules));

    private static DeliveryContext Context(DateTimeOffset at, Action<DeliveryContext> write)
    {
        var context = new DeliveryContext(new("delivery", "pull_request", "edited", 1, 11), at, new RepositoryRef(1, 11, "octo", "hello"), new YearConfigs());
        write(context);
        return context;
    }

    // Until a write waits for another's.
    private static async Task IsHeldAsync(Database database, Task write)
    {
        while (!write.IsCompleted && await database.ReadAsync(session => session.ScalarAsync<long>(Held)) == 0)
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
        }
    }

    private static async Task<TrackedPull> FindAsync(PullRequests pulls) => (await pulls.FindAsync(11, Number))!;

    private static Task<(long Messages, long Nudged)> CountAsync(TemporaryDatabase temporary) => temporary.Database.ReadAsync(async session =>
        (await session.ScalarAsync<long>("SELECT COUNT(*) FROM outbox"), await session.ScalarAsync<long>("SELECT COUNT(*) FROM sent_nudges")));
}
