using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Storage;
using CommunityBot.Work;
using Microsoft.Extensions.Options;

namespace CommunityBot.Outbox;

/// <summary>
/// Keeps an installation within <see href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api">GitHub's ceilings for content</see>.
/// It counts what the outbox posted, so that restarts and replicas change nothing.
/// </summary>
public sealed class ContentPacer(Outbox outbox, RequestBudget budget, Database database, TimeProvider time, IOptions<BotOptions> options)
{
    /// <summary>
    /// The least that lies between two of one installation, as
    /// <see href="https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests">GitHub asks</see>.
    /// </summary>
    public static readonly TimeSpan Gap = TimeSpan.FromSeconds(1);

    /// <summary>What is read for a message: how its item stands, and where an earlier attempt may have left it.</summary>
    private const int Looks = 2 * RequestBudget.Reading;

    /// <summary>
    /// What is said in one conversation at most. Nothing comes near it that is meant to be: it is for what nobody thought of, another bot that answers each answer, say, and
    /// keeps that from filling somebody's mailbox.
    /// </summary>
    private static readonly (int Most, TimeSpan Window)[] Threads = [(3, TimeSpan.FromMinutes(10)), (10, TimeSpan.FromDays(1))];

    private const string Mark = "UPDATE outbox SET content_at = COALESCE(@0, content_at), url = COALESCE(@1, url) WHERE seq = @2";

    private const string OfLane = "SELECT content_at FROM outbox WHERE lane = @0 AND content_at IS NOT NULL ORDER BY content_at DESC LIMIT 1 OFFSET";

    private const string OfThread = "SELECT content_at FROM outbox WHERE thread = @0 AND content_at IS NOT NULL ORDER BY content_at DESC LIMIT 1 OFFSET";

    // All at once, since each statement is a round trip where the database is a server.
    private const string NthOfLane = $"SELECT ({OfLane} @1), ({OfLane} @2), ({OfLane} @3), ({OfLane} @4)";

    private const string NthOfThread = $"SELECT ({OfThread} @1), ({OfThread} @2)";

    private const string MarkRunning = "UPDATE outbox SET content_at = @0 WHERE state = 1 AND due_at <= @1 RETURNING lane";

    /// <summary>Pays for what a message asks of GitHub.</summary>
    /// <exception cref="GitHubPausedException">It has to wait.</exception>
    public Task PayAsync(OutboxMessage message, Effect effect) =>
        budget.PayAsync(message.Repository.InstallationId, Looks + (effect.Writes * RequestBudget.Writing));

    /// <summary>When there is room for one more in the conversation that a message adds to; null if that is now.</summary>
    public async Task<DateTimeOffset?> RoomAtAsync(OutboxMessage message, Effect effect) => effect.ThreadIn(message.Repository) is { } thread
        ? (await database.ReadAsync(session => FreeAtAsync(session, NthOfThread, thread, Threads))).Max()
        : null;

    /// <summary>Records that a message was posted, or may have been, and holds its lane back once the ceiling is reached.</summary>
    /// <param name="session">The write it is part of.</param>
    /// <param name="claim">The message.</param>
    /// <param name="effect">What it does.</param>
    /// <param name="url">Where it is to be seen; null if that is unknown, empty if nothing is posted on purpose.</param>
    public async Task MarkAsync(Session session, Claim<OutboxMessage> claim, Effect effect, string? url)
    {
        var isContent = effect.IsContent && url is not "";
        await session.PostAsync(Mark, isContent ? time.NowMilliseconds() : null, url, claim.Seq);
        if (isContent)
        {
            await HoldBackAsync(session, claim.Lane);
        }
    }

    /// <summary>The same as a write of its own.</summary>
    public Task MarkAsync(Claim<OutboxMessage> claim, Effect effect, string? url) => database.WriteAsync(session => MarkAsync(session, claim, effect, url));

    /// <summary>Frees messages as <see cref="WorkTable{T}.RecoverAsync(TimeSpan, bool)"/> does, and counts them: whoever died with one in hand may have posted it.</summary>
    public Task RecoverAsync(TimeSpan wait, bool all = false) => database.WriteAsync(async session =>
    {
        var now = time.NowMilliseconds();
        var lanes = new HashSet<long>();
        await using (var rows = await session.ReadAsync(MarkRunning, now, all ? long.MaxValue : now))
        {
            while (await rows.ReadAsync())
            {
                lanes.Add(rows.GetInt64(0));
            }
        }

        foreach (var lane in lanes)
        {
            await HoldBackAsync(session, lane);
        }

        await outbox.Work.RecoverAsync(session, wait, all);
    });

    private async Task HoldBackAsync(Session session, long lane)
    {
        var (perMinute, perHour) = (options.Value.ContentPerMinute, options.Value.ContentPerHour);
        var gap = perMinute <= BotOptions.DocumentedPerMinute ? Gap : TimeSpan.Zero;
        var unasked = perHour - (int)(perHour * RequestBudget.Reserve);
        var free = await FreeAtAsync(
            session, NthOfLane, lane, [(1, gap), (perMinute, TimeSpan.FromMinutes(1)), (perHour, TimeSpan.FromHours(1)), (unasked, TimeSpan.FromHours(1))]);
        await HoldBackAsync(session, lane, free[..^1].Max(), Rank.Awaited);
        await HoldBackAsync(session, lane, free[^1], Rank.Unasked);
    }

    private Task HoldBackAsync(Session session, long lane, DateTimeOffset? until, Rank from) =>
        until is { } free ? outbox.Work.PauseAsync(session, lane, free, from) : Task.CompletedTask;

    // Of each ceiling the oldest of the latest so many: when it leaves the window, there is room for one more. Null if there is room now.
    private async Task<DateTimeOffset?[]> FreeAtAsync(Session session, string nth, object of, (int Most, TimeSpan Window)[] ceilings)
    {
        await using var row = await session.ReadAsync(nth, [of, .. ceilings.Select(ceiling => ceiling.Most - 1)]);
        await row.ReadAsync();
        return [.. ceilings.Select((ceiling, i) => row.IsDBNull(i) ? null : Free(row.GetInt64(i), ceiling.Window))];
    }

    private DateTimeOffset? Free(long oldest, TimeSpan window) => Clock.FromMilliseconds(oldest) + window is var free && free > time.GetUtcNow() ? free : null;
}
