using CommunityBot.Inbox;
using CommunityBot.Tests.Storage;
using CommunityBot.Work;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Work;

public sealed class WorkLoopTests
{
    /// <summary>Reached only when something hangs.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_waited_for_days_is_tried_for_a_day_all_the_same(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, _time);
        await inbox.AddAsync(new("a", "issues", "opened", 7, 1), PayloadCodec.Compress("{}"u8));
        _time.Advance(TimeSpan.FromDays(2));

        Assert.NotNull(await RunOnceAsync(inbox.Work, (_, _) => throw new InvalidOperationException("on purpose")));
        _time.Advance(RetrySchedule.GiveUpAfter - TimeSpan.FromSeconds(1));
        Assert.NotNull(await RunOnceAsync(inbox.Work, (_, _) => throw new InvalidOperationException("on purpose")));
        _time.Advance(RetrySchedule.GiveUpAfter);
        Assert.NotNull(await RunOnceAsync(inbox.Work, (_, _) => throw new InvalidOperationException("on purpose")));
        _time.Advance(RetrySchedule.GiveUpAfter);

        Assert.Empty(await inbox.Work.ClaimAsync(() => 1));
    }

    [Theory]
    [InlineData(0, 40, false)]
    [InlineData(39, 1, false)]
    [InlineData(40, 0, true)]
    [InlineData(60, 0, true)]
    public async Task The_deadline_counts_from_the_begin_of_the_lease_and_not_from_when_the_claim_was_written(int stall, int left, bool isLate)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        await new CommunityBot.Inbox.Inbox(temporary.Database, _time).AddAsync(new("a", "issues", "opened", 7, 1), PayloadCodec.Compress("{}"u8));
        var table = new WorkTable<Delivery>(temporary.Database, _time, "deliveries", new WorkColumns("delivery_id"), row =>
        {
            _time.Advance(TimeSpan.FromSeconds(stall));
            return new(row.GetString(0), "issues", "opened", 7, 1);
        });

        Assert.Null(await RunOnceAsync(table, (claim, deadline) =>
        {
            Assert.Equal(isLate, deadline.IsCancellationRequested);
            Assert.Equal(isLate, Record.Exception(() => table.ThrowIfLate(claim)) is TimeoutException);
            _time.Advance(TimeSpan.FromSeconds(left));
            Assert.True(deadline.IsCancellationRequested);
            Assert.Throws<TimeoutException>(() => table.ThrowIfLate(claim));
        }));
    }

    /// <summary>Has the one thing that is due done, and whatever becomes of it written; returns what went wrong.</summary>
    private static async Task<Exception?> RunOnceAsync(WorkTable<Delivery> table, Action<Claim<Delivery>, CancellationToken> handle)
    {
        using var stop = new CancellationTokenSource();
        var handled = new TaskCompletionSource<Exception?>();
        var loop = new WorkLoop<Delivery>(table, slots: 1, HandleAsync, () => Task.CompletedTask, claim => claim.Item.Id, NullLogger.Instance).RunAsync(stop.Token);
        var fault = await handled.Task.WaitAsync(Patience);
        await stop.CancelAsync();
        await loop;
        return fault;

        Task HandleAsync(Claim<Delivery> claim, CancellationToken cancellationToken)
        {
            var fault = Record.Exception(() => handle(claim, cancellationToken));
            handled.SetResult(fault);
            return fault is null ? Task.CompletedTask : Task.FromException(fault);
        }
    }
}
