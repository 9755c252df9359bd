using System.Data.Common;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Storage;

namespace CommunityBot.Team;

/// <summary>Which issues people said they are working on.</summary>
public sealed class Claims(Database database)
{
    private const string Columns = "id, installation_id, repository_id, repository, number, person_id, login, since, reminded_at, due_at";

    private const string FindOpen = $"SELECT {Columns} FROM claims WHERE repository_id = @0 AND number = @1 AND ended_at IS NULL";

    private const string CountOthers = "SELECT COUNT(*) FROM claims WHERE repository_id = @0 AND person_id = @1 AND number <> @2 AND ended_at IS NULL";

    private const string FindDue = $"SELECT {Columns} FROM claims WHERE ended_at IS NULL AND due_at <= @0 ORDER BY due_at, id LIMIT @1";

    private const string Insert = """
        INSERT INTO claims (installation_id, repository_id, repository, number, person_id, login, claimed_at, since, due_at) VALUES (@0, @1, @2, @3, @4, @5, @6, @6, @7)
        ON CONFLICT (repository_id, number) WHERE ended_at IS NULL DO NOTHING
        """;

    // What is told late says nothing of a claim that came after it.
    private const string EndOfPerson = "UPDATE claims SET ended_at = @3 WHERE repository_id = @0 AND number = @1 AND person_id = @2 AND ended_at IS NULL AND claimed_at <= @3";

    private const string EndOfIssue = "UPDATE claims SET ended_at = @2 WHERE repository_id = @0 AND number = @1 AND ended_at IS NULL AND claimed_at <= @2";

    private const string StartAnew = "UPDATE claims SET since = @3, due_at = @4 WHERE repository_id = @0 AND number = @1 AND person_id = @2 AND ended_at IS NULL AND since < @3 RETURNING id";

    private const string Follow = "UPDATE claims SET repository = @1, installation_id = @2 WHERE repository_id = @0 AND ended_at IS NULL";

    // Who comes second, of two that sweep at once, changes nothing.
    private const string Change = "UPDATE claims SET since = @2, reminded_at = @3, due_at = @4 WHERE id = @0 AND due_at = @1 AND ended_at IS NULL";

    private const string End = "UPDATE claims SET ended_at = @2 WHERE id = @0 AND due_at = @1 AND ended_at IS NULL";

    private const string EndOfOne = "UPDATE claims SET ended_at = @1 WHERE id = @0 AND ended_at IS NULL";

    private const string EndOfMoment = "UPDATE claims SET ended_at = @2 WHERE repository_id = @0 AND number = @1 AND claimed_at = @3 AND ended_at IS NULL";

    private const string InsertAnew = """
        INSERT INTO claims (installation_id, repository_id, repository, number, person_id, login, claimed_at, since, due_at)
        SELECT installation_id, repository_id, repository, number, person_id, login, claimed_at, @1, @1 FROM claims WHERE id = @0
        ON CONFLICT (repository_id, number) WHERE ended_at IS NULL DO NOTHING
        """;

    private const string Exists = "SELECT 1 FROM claims WHERE id = @0 AND ended_at IS NULL";

    /// <summary>The claim of an issue of the delivery's repository that goes on, or null if there is none.</summary>
    public async Task<IssueClaim?> OfAsync(DeliveryContext context, int number) =>
        (await ListAsync(FindOpen, context.Repository.Id, number)).SingleOrDefault();

    /// <summary>Whether a claim goes on.</summary>
    public async Task<bool> IsOpenAsync(long id) => await database.ReadAsync(session => session.ScalarAsync<long?>(Exists, id)) is not null;

    /// <summary>How many issues of the delivery's repository somebody has claimed, but for one.</summary>
    public Task<long> CountOthersAsync(DeliveryContext context, long personId, int number) =>
        database.ReadAsync(session => session.ScalarAsync<long>(CountOthers, context.Repository.Id, personId, number));

    /// <summary>Claims that are to be looked at, those that wait longest first.</summary>
    public Task<IReadOnlyList<IssueClaim>> DueAsync(DateTimeOffset now, int most) => ListAsync(FindDue, now.ToUnixTimeMilliseconds(), most);

    /// <summary>Records a claim; where there is one already, nothing changes.</summary>
    public static void Record(DeliveryContext context, int number, Account person, DateTimeOffset at, DateTimeOffset due) =>
        context.Write(session => InsertAsync(session, context, number, person, at, due));

    /// <summary>Records that somebody is no longer working on an issue.</summary>
    public static void RecordEnd(DeliveryContext context, long number, long personId, DateTimeOffset at) =>
        context.Write(session => session.PostAsync(EndOfPerson, context.Repository.Id, number, personId, at.ToUnixTimeMilliseconds()));

    /// <summary>Records that nobody works on an issue any more: it was closed, or is gone.</summary>
    public static void RecordEnd(DeliveryContext context, long number, DateTimeOffset at) =>
        context.Write(session => session.PostAsync(EndOfIssue, context.Repository.Id, number, at.ToUnixTimeMilliseconds()));

    /// <summary>
    /// Records that something was heard of whoever works on an issue: the waits begin anew. What still waits to be said of the silence is taken back; since it is said once per claim,
    /// theirs is a new one then.
    /// </summary>
    /// <param name="context">The delivery.</param>
    /// <param name="number">Number of the issue.</param>
    /// <param name="person">Who was heard of.</param>
    /// <param name="at">When that was.</param>
    /// <param name="due">When the claim is to be looked at.</param>
    /// <param name="moments">Kinds of the moments at which something is said of the silence.</param>
    public static void RecordWord(DeliveryContext context, int number, Account person, DateTimeOffset at, DateTimeOffset due, IReadOnlyList<string> moments) => context.Write(async session =>
    {
        var id = await session.ScalarAsync<long?>(StartAnew, context.Repository.Id, number, person.Id, at.ToUnixTimeMilliseconds(), due.ToUnixTimeMilliseconds());
        var isUnfinished = false;
        foreach (var moment in id is null ? [] : moments)
        {
            isUnfinished |= await Outbox.Outbox.WithdrawAsync(session, moment, $"{id}", "they were heard of meanwhile", context.ReceivedAt);
        }

        if (isUnfinished)
        {
            await session.PostAsync(EndOfOne, id, at.ToUnixTimeMilliseconds());
            await InsertAsync(session, context, number, person, at, due);
        }
    });

    /// <summary>Has claims follow a repository to its new name or owner.</summary>
    public static void RecordMove(DeliveryContext context)
    {
        var repository = context.Repository;
        context.Write(session => session.PostAsync(Follow, repository.Id, repository.FullName, repository.InstallationId));
    }

    /// <summary>Changes a claim that was due, unless somebody else did: then nothing of what was decided with it is true any more.</summary>
    /// <exception cref="OvertakenException">Thrown by the transaction if somebody did.</exception>
    public static void Record(DeliveryContext context, IssueClaim due, IssueClaim changed) => context.Write(async session =>
    {
        if (await ChangeAsync(session, due, changed) == 0)
        {
            throw new OvertakenException();
        }
    });

    /// <summary>Has a claim that was due looked at again at another time, unless somebody else changed it.</summary>
    public static void PutOff(DeliveryContext context, IssueClaim due, DateTimeOffset until) => context.Write(session => ChangeAsync(session, due, due with { DueAt = until }));

    /// <summary>Ends a claim that was due, unless somebody else did.</summary>
    public static void RecordEnd(DeliveryContext context, IssueClaim due) =>
        context.Write(session => session.PostAsync(End, due.Id, due.DueAt.ToUnixTimeMilliseconds(), context.ReceivedAt.ToUnixTimeMilliseconds()));

    /// <summary>Ends a claim, as part of a write.</summary>
    public static Task EndAsync(Session session, long id, DateTimeOffset at) => session.PostAsync(EndOfOne, id, at.ToUnixTimeMilliseconds());

    /// <summary>Puts a new claim in the place of one that goes on, as part of a write: it is looked at next, and whatever is said once per claim may be said again.</summary>
    public static async Task BeginAnewAsync(Session session, long id, DateTimeOffset at)
    {
        if (await session.ExecuteAsync(EndOfOne, id, at.ToUnixTimeMilliseconds()) > 0)
        {
            await session.PostAsync(InsertAnew, id, at.ToUnixTimeMilliseconds());
        }
    }

    /// <summary>Ends the claim of an issue that was made at a time, if there is one, since GitHub did not assign the issue.</summary>
    public static Task TakeBackAsync(Session session, long repositoryId, int number, DateTimeOffset madeAt, DateTimeOffset at) =>
        session.PostAsync(EndOfMoment, repositoryId, number, at.ToUnixTimeMilliseconds(), madeAt.ToUnixTimeMilliseconds());

    private static Task<int> ChangeAsync(Session session, IssueClaim due, IssueClaim changed) => session.ExecuteAsync(
        Change, due.Id, due.DueAt.ToUnixTimeMilliseconds(), changed.Since.ToUnixTimeMilliseconds(), changed.RemindedAt?.ToUnixTimeMilliseconds(), changed.DueAt.ToUnixTimeMilliseconds());

    private static Task<int> InsertAsync(Session session, DeliveryContext context, int number, Account person, DateTimeOffset at, DateTimeOffset due)
    {
        var repository = context.Repository;
        return session.ExecuteAsync(
            Insert, repository.InstallationId, repository.Id, repository.FullName, number, person.Id, person.Login, at.ToUnixTimeMilliseconds(), due.ToUnixTimeMilliseconds());
    }

    private Task<IReadOnlyList<IssueClaim>> ListAsync(string query, params object[] values) => database.ReadAsync<IReadOnlyList<IssueClaim>>(async session =>
    {
        var claims = new List<IssueClaim>();
        await using var row = await session.ReadAsync(query, values);
        while (await row.ReadAsync())
        {
            claims.Add(Read(row));
        }

        return claims;
    });

    private static IssueClaim Read(DbDataReader row) => new(
        row.GetInt64(0),
        RepositoryRef.Of(row.GetInt64(1), row.GetInt64(2), row.GetString(3)),
        row.GetInt32(4),
        new(row.GetInt64(5), row.GetString(6)),
        Clock.FromMilliseconds(row.GetInt64(7)),
        row.IsDBNull(8) ? null : Clock.FromMilliseconds(row.GetInt64(8)),
        Clock.FromMilliseconds(row.GetInt64(9)));
}
