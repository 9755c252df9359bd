using System.Data.Common;
using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Storage;

namespace CommunityBot.Features.Nudges;

/// <summary>The table of open pull requests. When each is to be looked at is an indexed column, so that looking costs what is due.</summary>
public sealed class PullRequests(Database database)
{
    /// <summary>How long it is remembered that one was closed: longer than GitHub can bring a delivery again, so that none opens it anew.</summary>
    private static readonly TimeSpan RememberClosed = TimeSpan.FromDays(30);

    private const string Columns = "installation_id, repository_id, repository, number, facts, progress, due_at, enrolled_at, seen_at";

    private const string Find = $"SELECT {Columns} FROM pull_requests WHERE repository_id = @0 AND number = @1";

    private const string Due = $"SELECT {Columns} FROM pull_requests WHERE due_at <= @0 ORDER BY due_at, repository_id, number LIMIT @1";

    // Nobody else has the row in hand from here on, also if there was none before. When it was seen rises with each delivery, also with one that comes late, so that whoever looked before knows of it.
    private const string Touch = $"""
        INSERT INTO pull_requests (repository_id, number, installation_id, repository, facts, progress, is_open, seen_at)
        VALUES (@0, @1, @2, @3, @4, @5, 0, @6)
        ON CONFLICT (repository_id, number) DO UPDATE SET
            seen_at = CASE WHEN pull_requests.seen_at < excluded.seen_at THEN excluded.seen_at ELSE pull_requests.seen_at + 1 END
        RETURNING {Columns}
        """;

    private const string Save = """
        UPDATE pull_requests SET installation_id = @2, repository = @3, facts = @4, progress = @5, is_open = @6, due_at = @7, enrolled_at = @8
        WHERE repository_id = @0 AND number = @1
        """;

    private const string Take = """
        UPDATE pull_requests SET progress = @4, due_at = @5, enrolled_at = @6 WHERE repository_id = @0 AND number = @1 AND due_at = @2 AND seen_at = @3
        """;

    private const string Delete = "DELETE FROM pull_requests WHERE repository_id = @0 AND number = @1 AND due_at = @2 AND is_open = 0";

    private const string PutBack = "UPDATE pull_requests SET due_at = @3 WHERE repository_id = @0 AND number = @1 AND due_at = @2";

    /// <summary>A pull request, or null if it is not known.</summary>
    public Task<TrackedPull?> FindAsync(long repositoryId, int number) => database.ReadAsync(async session =>
    {
        await using var row = await session.ReadAsync(Find, repositoryId, number);
        return await row.ReadAsync() ? Read(row) : null;
    });

    /// <summary>Those that are to be looked at, the longest due first.</summary>
    public Task<IReadOnlyList<TrackedPull>> ListDueAsync(DateTimeOffset now, int most) => database.ReadAsync<IReadOnlyList<TrackedPull>>(async session =>
    {
        var due = new List<TrackedPull>();
        await using var rows = await session.ReadAsync(Due, now.ToUnixTimeMilliseconds(), most);
        while (await rows.ReadAsync())
        {
            due.Add(Read(rows));
        }

        return due;
    });

    /// <summary>
    /// Adds to what is known of a pull request, and has it looked at when that says so. What waits to be said is taken back if it is another's turn by then, or nobody's,
    /// or another wait began, or somebody asked for silence.
    /// </summary>
    /// <param name="context">The delivery that told it.</param>
    /// <param name="number">Its number.</param>
    /// <param name="told">What it told.</param>
    /// <param name="rules">What the config says.</param>
    /// <param name="change">What else changes, once it is put together.</param>
    public static void Fold(DeliveryContext context, int number, PullFacts told, NudgeConfig rules, Func<TrackedPull, TrackedPull>? change = null) => context.Write(async session =>
    {
        var known = await TouchAsync(session, context, number);
        var pull = known with { Repository = context.Repository, Facts = known.Facts.Merge(told) };
        pull = change?.Invoke(pull) ?? pull;
        if (rules.BallOf(pull.Facts) != rules.BallOf(known.Facts) || pull.Progress.SnoozedUntil > context.ReceivedAt)
        {
            pull = pull with { Progress = await WithdrawAsync(session, pull) };
        }

        var isAside = rules.Silences(pull.Facts, pull.Progress);
        if (isAside)
        {
            pull = pull.PutAside(context.ReceivedAt);
        }

        await session.PostAsync(
            Save,
            pull.Repository.Id,
            number,
            pull.Repository.InstallationId,
            pull.Repository.FullName,
            FactsCodec.Write(pull.Facts),
            FactsCodec.Write(pull.Progress),
            pull.Facts.IsOpen ? 1 : 0,
            (isAside ? context.ReceivedAt + NudgeConfig.Aside : DueOf(pull, rules))?.ToUnixTimeMilliseconds(),
            pull.EnrolledAt?.ToUnixTimeMilliseconds());
    });

    /// <summary>Writes what looking at one led to, unless somebody was quicker: then nothing of the transaction is written.</summary>
    /// <exception cref="OvertakenException">Thrown by the transaction if somebody was.</exception>
    public static void Advance(DeliveryContext context, TrackedPull from, NudgeProgress progress, DateTimeOffset? due) => context.Write(async session =>
    {
        var taken = await session.ExecuteAsync(
            Take,
            from.Repository.Id,
            from.Number,
            from.DueAt?.ToUnixTimeMilliseconds(),
            from.SeenAt.ToUnixTimeMilliseconds(),
            FactsCodec.Write(progress),
            due?.ToUnixTimeMilliseconds(),
            from.EnrolledAt?.ToUnixTimeMilliseconds());
        if (taken == 0)
        {
            throw new OvertakenException();
        }
    });

    /// <summary>Forgets one that was closed long ago.</summary>
    public static void Forget(DeliveryContext context, TrackedPull pull) =>
        context.Write(session => session.PostAsync(Delete, pull.Repository.Id, pull.Number, pull.DueAt?.ToUnixTimeMilliseconds()));

    /// <summary>Has one looked at later, since GitHub could not be asked.</summary>
    public Task PutBackAsync(TrackedPull pull, DateTimeOffset until) => database.WriteAsync(session =>
        session.PostAsync(PutBack, pull.Repository.Id, pull.Number, pull.DueAt?.ToUnixTimeMilliseconds(), until.ToUnixTimeMilliseconds()));

    // Only what nobody can have seen is as if it had not been written: it may be written again.
    private static async Task<NudgeProgress> WithdrawAsync(Session session, TrackedPull pull)
    {
        if (pull.Progress.Last is not { } last || !await Outbox.Outbox.TakeBackAsync(session, last, "it was not true any more"))
        {
            return pull.Progress;
        }

        await SentNudges.ForgetAsync(session, pull.Repository.InstallationId, pull.Progress.LastTo, last.Key);
        return pull.Progress.Unsaid();
    }

    private static DateTimeOffset? DueOf(TrackedPull pull, NudgeConfig rules) => pull.Facts switch
    {
        { IsOpen: true } facts => rules.DueAt(facts, pull.Progress),
        { Snapshot: { } closed } => closed.UpdatedAt + RememberClosed,
        _ => pull.SeenAt + RememberClosed,
    };

    private static async Task<TrackedPull> TouchAsync(Session session, DeliveryContext context, int number)
    {
        var (repository, at) = (context.Repository, context.ReceivedAt.ToUnixTimeMilliseconds());
        var (facts, progress) = (FactsCodec.Write(PullFacts.None), FactsCodec.Write(NudgeProgress.None));
        await using var row = await session.ReadAsync(Touch, repository.Id, number, repository.InstallationId, repository.FullName, facts, progress, at);
        await row.ReadAsync();
        return Read(row);
    }

    private static TrackedPull Read(DbDataReader row) => new(
        RepositoryRef.Of(row.GetInt64(0), row.GetInt64(1), row.GetString(2)),
        row.GetInt32(3),
        FactsCodec.ReadFacts(row.GetString(4)),
        FactsCodec.ReadProgress(row.GetString(5)),
        TimeAt(row, 6),
        TimeAt(row, 7),
        Clock.FromMilliseconds(row.GetInt64(8)));

    private static DateTimeOffset? TimeAt(DbDataReader row, int column) => row.IsDBNull(column) ? null : Clock.FromMilliseconds(row.GetInt64(column));
}
