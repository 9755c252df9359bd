using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Storage;

namespace CommunityBot.Features.Nudges;

/// <summary>The repositories whose open pull requests are known, and those where they are to be read.</summary>
public sealed class NudgedRepositories(Database database)
{
    /// <summary>
    /// Nudges a day for what waited before the bot came, or before the config said what it says now. A maintainer looks after so many pull requests in a day beside the new ones; more would be a
    /// burst that nobody answers.
    /// </summary>
    public const int OldADay = 5;

    private const string Meet = """
        INSERT INTO nudged_repositories (repository_id, installation_id, repository, due_at, waiting, nudged_day, nudged_then) VALUES (@0, @1, @2, @3, 0, 0, 0)
        ON CONFLICT (repository_id) DO NOTHING
        """;

    private const string Schedule = """
        INSERT INTO nudged_repositories (repository_id, installation_id, repository, due_at, waiting, nudged_day, nudged_then) VALUES (@0, @1, @2, @3, 0, 0, 0)
        ON CONFLICT (repository_id) DO UPDATE SET
            installation_id = excluded.installation_id, repository = excluded.repository, due_at = excluded.due_at, started_at = NULL, cursor = NULL, waiting = 0
        """;

    private const string ScheduleAll = "UPDATE nudged_repositories SET due_at = @1, started_at = NULL, cursor = NULL, waiting = 0 WHERE installation_id = @0";

    private const string Due =
        "SELECT installation_id, repository_id, repository, due_at, started_at, cursor, waiting FROM nudged_repositories WHERE due_at <= @0 ORDER BY due_at LIMIT @1";

    private const string Advance =
        "UPDATE nudged_repositories SET due_at = @2, started_at = @3, cursor = @4, waiting = @5 WHERE repository_id = @0 AND due_at = @1";

    private const string ForgetUnseen = "DELETE FROM pull_requests WHERE repository_id = @0 AND is_open = 1 AND seen_at < @1";

    private const string PutBack = "UPDATE nudged_repositories SET due_at = @2 WHERE repository_id = @0 AND due_at = @1";

    private const string BeginAnew = "UPDATE nudged_repositories SET due_at = @2, started_at = NULL, cursor = NULL, waiting = 0 WHERE repository_id = @0 AND due_at = @1";

    private const string IsToBeRead = "SELECT 1 FROM nudged_repositories WHERE repository_id = @0 AND due_at IS NOT NULL";

    private const string CountOn = "SELECT nudged_then FROM nudged_repositories WHERE repository_id = @0 AND nudged_day = @1";

    private const string CountOpen = "SELECT COUNT(*) FROM pull_requests WHERE repository_id = @0 AND is_open = 1";

    private const string CountOne = """
        UPDATE nudged_repositories SET nudged_then = CASE WHEN nudged_day = @1 THEN nudged_then + 1 ELSE 1 END, nudged_day = @1
        WHERE repository_id = @0 AND (nudged_day <> @1 OR nudged_then < @2)
        """;

    private static readonly string[] Tables = ["pull_requests", "nudged_repositories"];

    /// <summary>Has the open pull requests of a repository read that is not known yet.</summary>
    public static void MeetRepository(DeliveryContext context, DateTimeOffset due) => Write(context, Meet, context.Repository, due);

    /// <summary>Has the open pull requests of a repository read, also if they were before.</summary>
    public static void Read(DeliveryContext context, RepositoryRef repository) => Write(context, Schedule, repository, context.ReceivedAt);

    /// <summary>Has the open pull requests of all known repositories of an installation read again.</summary>
    public static void ReadAll(DeliveryContext context, long installationId) =>
        context.Write(session => session.PostAsync(ScheduleAll, installationId, context.ReceivedAt.ToUnixTimeMilliseconds()));

    /// <summary>Those where reading is due.</summary>
    public Task<IReadOnlyList<Reading>> ListDueAsync(DateTimeOffset now, int most) => database.ReadAsync<IReadOnlyList<Reading>>(async session =>
    {
        var due = new List<Reading>();
        await using var rows = await session.ReadAsync(Due, now.ToUnixTimeMilliseconds(), most);
        while (await rows.ReadAsync())
        {
            due.Add(new(
                RepositoryRef.Of(rows.GetInt64(0), rows.GetInt64(1), rows.GetString(2)),
                Clock.FromMilliseconds(rows.GetInt64(3)),
                rows.IsDBNull(4) ? null : Clock.FromMilliseconds(rows.GetInt64(4)),
                rows.IsDBNull(5) ? null : rows.GetString(5),
                rows.GetInt32(6)));
        }

        return due;
    });

    /// <summary>Records how far reading has come, unless another replica was quicker.</summary>
    public static void ReadOn(DeliveryContext context, Reading from, Reading to, bool isDone) => context.Write(async session =>
    {
        var written = await session.ExecuteAsync(
            Advance, from.Repository.Id, Milliseconds(from.DueAt), isDone ? null : Milliseconds(to.DueAt), Milliseconds(to.StartedAt!.Value), to.Cursor, to.Waiting);
        if (written == 0)
        {
            throw new OvertakenException();
        }

        // What was open and is not among them was closed while nobody told.
        if (isDone)
        {
            await session.PostAsync(ForgetUnseen, to.Repository.Id, Milliseconds(to.StartedAt.Value));
        }
    });

    /// <summary>Has reading go on later, since GitHub could not be asked.</summary>
    public Task PutBackAsync(Reading repository, DateTimeOffset until) =>
        database.WriteAsync(session => session.PostAsync(PutBack, repository.Repository.Id, Milliseconds(repository.DueAt), Milliseconds(until)));

    /// <summary>Has reading begin anew, since GitHub refused; never if <paramref name="at"/> is null.</summary>
    public Task BeginAnewAsync(Reading repository, DateTimeOffset? at) =>
        database.WriteAsync(session => session.PostAsync(BeginAnew, repository.Repository.Id, Milliseconds(repository.DueAt), at is { } time ? Milliseconds(time) : null));

    /// <summary>Whether what is open in a repository is to be read.</summary>
    public Task<bool> IsToBeReadAsync(long repositoryId) => database.ReadAsync(async session => await session.ScalarAsync<long?>(IsToBeRead, repositoryId) is not null);

    /// <summary>How many of those that waited before were nudged on a day.</summary>
    public Task<long> CountAsync(long repositoryId, long day) => database.ReadAsync(session => session.ScalarAsync<long>(CountOn, repositoryId, day));

    /// <summary>How many pull requests are open in a repository.</summary>
    public Task<long> CountOpenAsync(long repositoryId) => database.ReadAsync(session => session.ScalarAsync<long>(CountOpen, repositoryId));

    /// <summary>Counts one of those that waited before.</summary>
    /// <exception cref="OvertakenException">Thrown by the transaction if another replica counted the last of the day.</exception>
    public static void CountOld(DeliveryContext context, long day) => context.Write(async session =>
    {
        if (await session.ExecuteAsync(CountOne, context.Repository.Id, day, OldADay) == 0)
        {
            throw new OvertakenException();
        }
    });

    /// <summary>Forgets a repository.</summary>
    public static void Forget(DeliveryContext context, long repositoryId) => OnEach(context, "DELETE FROM {0} WHERE repository_id = @0", repositoryId);

    /// <summary>Forgets an installation.</summary>
    public static void ForgetInstallation(DeliveryContext context, long installationId) => OnEach(context, "DELETE FROM {0} WHERE installation_id = @0", installationId);

    /// <summary>Follows a repository to its new name or owner.</summary>
    public static void Follow(DeliveryContext context) => OnEach(
        context, "UPDATE {0} SET repository = @1, installation_id = @2 WHERE repository_id = @0", context.Repository.Id, context.Repository.FullName, context.Repository.InstallationId);

    private static void OnEach(DeliveryContext context, string statement, params object[] values)
    {
        foreach (var table in Tables)
        {
            var sql = statement.Replace("{0}", table, StringComparison.Ordinal);
            context.Write(session => session.PostAsync(sql, values));
        }
    }

    private static void Write(DeliveryContext context, string statement, RepositoryRef repository, DateTimeOffset due) =>
        context.Write(session => session.PostAsync(statement, repository.Id, repository.InstallationId, repository.FullName, Milliseconds(due)));

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
