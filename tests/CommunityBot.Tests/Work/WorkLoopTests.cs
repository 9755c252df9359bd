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

        await RunOnceAsync(inbox.Work, (_, _) => throw new InvalidOperationException("on purpose"));
        _time.Advance(RetrySchedule.GiveUpAfter - TimeSpan.FromSeconds(1));
        await RunOnceAsync(inbox.Work, (_, _) => throw new InvalidOperationException("on purpose"));
        _time.Advance(RetrySchedule.GiveUpAfter);
        await RunOnceAsync(inbox.Work, (_, _) => throw new InvalidOperationException("on purpose"));
        _time.Advance(RetrySchedule.GiveUpAfter);

        Assert.Empty(await inbox.Work.ClaimAsync(1));
    }

    /// <summary>Has the one thing that is due done, and whatever becomes of it written.</summary>
    private static async Task RunOnceAsync(WorkTable<Delivery> table, Func<Claim<Delivery>, CancellationToken, Task> handle)
    {
        using var stop = new CancellationTokenSource();
        var handled = new TaskCompletionSource();
        var loop = new WorkLoop<Delivery>(table, slots: 1, HandleAsync, () => Task.CompletedTask, NullLogger.Instance).RunAsync(stop.Token);
        await handled.Task.WaitAsync(Patience);
        await stop.CancelAsync();
        await loop;

        Task HandleAsync(Claim<Delivery> claim, CancellationToken cancellationToken)
        {
            handled.SetResult();
            return handle(claim, cancellationToken);
        }
    }
}
