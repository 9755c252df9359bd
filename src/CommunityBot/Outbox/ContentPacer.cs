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

    private const string Nth = "SELECT content_at FROM outbox WHERE lane = @0 AND content_at IS NOT NULL ORDER BY content_at DESC LIMIT 1 OFFSET @1";

    private const string NthOfThread = "SELECT content_at FROM outbox WHERE thread = @0 AND content_at IS NOT NULL ORDER BY content_at DESC LIMIT 1 OFFSET @1";

    private const string MarkRunning = "UPDATE outbox SET content_at = @0 WHERE state = 1 AND due_at <= @1 RETURNING lane";

    /// <summary>Pays for what a message asks of GitHub.</summary>
    /// <exception cref="GitHubPausedException">It has to wait.</exception>
    public Task PayAsync(OutboxMessage message, Effect effect) =>
        budget.PayAsync(message.Repository.InstallationId, Looks + (effect.Writes * RequestBudget.Writing));

    /// <summary>When there is room for one more in the conversation that a message adds to; null if that is now.</summary>
    public Task<DateTimeOffset?> RoomAtAsync(OutboxMessage message, Effect effect) => database.ReadAsync<DateTimeOffset?>(async session =>
    {
        DateTimeOffset? room = null;
        if (effect.ThreadIn(message.Repository) is { } thread)
        {
            foreach (var (most, window) in Threads)
            {
                room = await FreeAtAsync(session, NthOfThread, thread, most, window) is { } free && !(free < room) ? free : room;
            }
        }

        return room;
    });

    /// <summary>Records that a message was posted, or may have been, and holds its lane back once the ceiling is reached.</summary>
    /// <param name="session">The write it is part of.</param>
    /// <param name="claim">The message.</param>
    /// <param name="effect">What it does.</param>
    /// <param name="url">Where it is to be seen; null if that is unknown, empty if nothing is posted on purpose.</param>
    public async Task MarkAsync(Session session, Claim<OutboxMessage> claim, Effect effect, string? url)
    {
        var isContent = effect.IsContent && url is not "";
        await session.ExecuteAsync(Mark, isContent ? time.NowMilliseconds() : null, url, claim.Seq);
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
        if (options.Value.ContentPerMinute <= BotOptions.DocumentedPerMinute)
        {
            await HoldBackAsync(session, lane, most: 1, Gap);
        }

        var perHour = options.Value.ContentPerHour;
        await HoldBackAsync(session, lane, options.Value.ContentPerMinute, TimeSpan.FromMinutes(1));
        await HoldBackAsync(session, lane, perHour, TimeSpan.FromHours(1));
        await HoldBackAsync(session, lane, perHour - (int)(perHour * RequestBudget.Reserve), TimeSpan.FromHours(1), Rank.Unasked);
    }

    private async Task HoldBackAsync(Session session, long lane, int most, TimeSpan window, Rank from = Rank.Awaited)
    {
        if (await FreeAtAsync(session, Nth, lane, most, window) is { } free)
        {
            await outbox.Work.PauseAsync(session, lane, free, from);
        }
    }

    // The oldest of the latest so many: when it leaves the window, there is room for one more.
    private async Task<DateTimeOffset?> FreeAtAsync(Session session, string nth, object of, int most, TimeSpan window) =>
        await session.ScalarAsync<long?>(nth, of, most - 1) is { } oldest && Clock.FromMilliseconds(oldest) + window is var free && free > time.GetUtcNow() ? free : null;
}
