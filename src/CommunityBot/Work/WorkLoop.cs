using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Storage;

namespace CommunityBot.Work;

/// <summary>Claims work from a queue and has it done, so much at once, until it is told to stop.</summary>
/// <param name="table">Where the work is.</param>
/// <param name="slots">How much is done at once.</param>
/// <param name="handle">Does one piece of work and finishes its claim; what it throws is tried again later.</param>
/// <param name="recover">Frees rows whose lease ran out.</param>
/// <param name="idOf">What an operator knows a piece of work by.</param>
/// <param name="logger">Where faults are reported.</param>
public sealed partial class WorkLoop<T>(WorkTable<T> table, int slots, Func<Claim<T>, CancellationToken, Task> handle, Func<Task> recover, Func<Claim<T>, string> idOf, ILogger logger)
{
    /// <summary>The longest one piece of work may take from the moment its lease began; shorter than that by 10 s, so that nobody else has it meanwhile.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(40);

    /// <summary>How long what is in hand may go on after the signal to stop; the rest of the promised 25 s is for giving back what is left.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(18);

    /// <summary>Claims of one statement: enough to keep the slots busy, few enough to hold the database only for a moment.</summary>
    private const int MostClaims = 64;

    /// <summary>How often due times are looked for while nothing else happens.</summary>
    private static readonly TimeSpan Poll = TimeSpan.FromSeconds(1);

    /// <summary>How often lost leases are looked for: with the lease, it keeps the promise that a dead replica's work is taken over within 60 s.</summary>
    private static readonly TimeSpan RecoverEvery = TimeSpan.FromSeconds(8);

    private readonly Outage _outage = new(table.Time);

    private DateTimeOffset _recovered;

    /// <summary>What else is written when a piece of work is given up for good.</summary>
    public Func<Session, Claim<T>, Task>? GiveUp { get; init; }

    /// <summary>Works until <paramref name="stopping"/>, then finishes or gives back what is in hand.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        using var abandon = new CancellationTokenSource();
        using var free = new SemaphoreSlim(slots, slots);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await ClaimAndStartAsync(free, stopping, abandon.Token);
                if (_outage.End() is { } lasted)
                {
                    LogClaimsAgain(table.Name, (long)lasted.TotalSeconds);
                }
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
            }
            catch (Exception fault)
            {
                // The database is out of reach: nothing is lost, it is asked again.
                if (_outage.IsToBeTold())
                {
                    LogClaimFailed(table.Name, fault.GetType().Name, fault.Message);
                }

                await Task.Delay(Poll, table.Time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        abandon.CancelAfter(Grace);
        for (var i = 0; i < slots; i++)
        {
            await free.WaitAsync(CancellationToken.None);
        }
    }

    private async Task ClaimAndStartAsync(SemaphoreSlim free, CancellationToken stopping, CancellationToken abandon)
    {
        await free.WaitAsync(stopping);
        var wanted = 1;
        var changed = table.Changed.Next;
        var claims = new List<Claim<T>>();
        try
        {
            claims = await table.ClaimAsync(Wanted);
        }
        finally
        {
            if (wanted > claims.Count)
            {
                free.Release(wanted - claims.Count);
            }
        }

        foreach (var claim in claims)
        {
            _ = DoAsync(claim, free, abandon);
        }

        if (Clock.HasPassed(RecoverEvery, since: _recovered, table.Time.GetUtcNow()))
        {
            await recover();
            _recovered = table.Time.GetUtcNow();
        }

        if (claims.Count == 0)
        {
            await WaitAsync(changed, stopping);
        }

        // Of what runs, much ends with one commit, and the claim is made after it.
        int Wanted()
        {
            while (wanted < MostClaims && free.Wait(0, CancellationToken.None))
            {
                wanted++;
            }

            return wanted;
        }
    }

    private async Task WaitAsync(Task changed, CancellationToken stopping)
    {
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        await Task.WhenAny(changed, Task.Delay(Poll, table.Time, enough.Token));
        await enough.CancelAsync();
    }

    private async Task DoAsync(Claim<T> claim, SemaphoreSlim free, CancellationToken abandon)
    {
        try
        {
            var left = claim.Deadline - table.Time.GetUtcNow();
            using var deadline = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, table.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(abandon, deadline.Token);
            await handle(claim, either.Token);
        }
        catch (Exception fault)
        {
            await GiveBackAsync(claim, fault, abandon.IsCancellationRequested);
        }
        finally
        {
            free.Release();
        }
    }

    private async Task GiveBackAsync(Claim<T> claim, Exception fault, bool stopping)
    {
        var now = table.Time.GetUtcNow();
        try
        {
            if (fault is GitHubPausedException pause)
            {
                await table.HoldBackAsync(claim, pause.Until, pause.IsReserve ? Rank.Unasked : Rank.Awaited, fault.Message);
            }
            else if (stopping)
            {
                // A comment may be there that a read at GitHub does not show yet.
                await table.RescheduleAsync(claim, now + RetrySchedule.First, counts: true, "given back at shutdown");
            }
            else if (RetrySchedule.IsOver(claim.TriedSince, now))
            {
                LogParked(idOf(claim), claim.Attempts, fault.GetType().Name, fault.Message);
                await table.FinishAsync(claim, WorkState.Parked, Describe(fault), GiveUp is null ? null : session => GiveUp(session, claim));
            }
            else
            {
                var wait = RetrySchedule.Wait(claim.Attempts, Random.Shared);
                LogRetry(idOf(claim), claim.Attempts, (long)Math.Ceiling(wait.TotalSeconds), fault.GetType().Name, fault.Message);
                await table.RescheduleAsync(claim, now + wait, counts: true, Describe(fault));
            }
        }
        catch (Exception lost)
        {
            // The row stays running and is found again when its lease ends.
            LogGiveBackFailed(idOf(claim), lost.GetType().Name, lost.Message);
        }
    }

    private static string Describe(Exception fault) => $"{fault.GetType().Name}: {fault.Message}";

    [LoggerMessage(Level = LogLevel.Error, Message = "Work in {Table} cannot be looked for; it is tried again each second: {Kind}: {Reason}")]
    private partial void LogClaimFailed(string table, string kind, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Work in {Table} is looked for again, after {Seconds} s")]
    private partial void LogClaimsAgain(string table, long seconds);

    [LoggerMessage(Level = LogLevel.Error, Message = "Given up for good: {Id} after {Attempts} attempts: {Kind}: {Reason}")]
    private partial void LogParked(string id, int attempts, string kind, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Id} failed at attempt {Attempts}, again in {Seconds} s: {Kind}: {Reason}")]
    private partial void LogRetry(string id, int attempts, long seconds, string kind, string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Id} could not be given back and waits for its lease to end: {Kind}: {Reason}")]
    private partial void LogGiveBackFailed(string id, string kind, string reason);
}
