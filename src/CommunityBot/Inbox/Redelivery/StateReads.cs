using CommunityBot.GitHub;
using CommunityBot.Storage;

namespace CommunityBot.Inbox.Redelivery;

/// <summary>Which repositories the App has, and up to when each was compared with the ledger.</summary>
public sealed class StateReads(Database database)
{
    /// <summary>Time between two readings of the same.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromDays(1);

    /// <summary>Rows of one write: an organization has thousands of repositories, and whatever comes to the door meanwhile waits for it.</summary>
    private const int MostTogether = 200;

    private const string Add = """
        INSERT INTO state_reads (installation_id, repository_id, repository, since, due_at) VALUES (@0, 0, '', @1, @2)
        ON CONFLICT (installation_id, repository_id) DO NOTHING
        """;

    // A repository that was added later counts from then.
    private const string AddRepository = """
        INSERT INTO state_reads (installation_id, repository_id, repository, since, due_at)
        VALUES (@0, @1, @2, COALESCE((SELECT added_at FROM added_repositories WHERE installation_id = @0 AND repository_id = @1), @3), @4)
        ON CONFLICT (installation_id, repository_id) DO UPDATE SET repository = excluded.repository
        """;

    private const string Suspend = "UPDATE state_reads SET since = @1, position = NULL, due_at = @2 WHERE installation_id = @0";

    private const string Installations = "SELECT installation_id FROM state_reads WHERE repository_id = 0 AND installation_id <> 0";

    private const string Repositories = "SELECT repository_id FROM state_reads WHERE installation_id = @0 AND repository_id <> 0";

    private const string Forget = "DELETE FROM state_reads WHERE installation_id = @0";

    private const string ForgetRepository = "DELETE FROM state_reads WHERE installation_id = @0 AND repository_id = @1";

    private const string Due = "SELECT installation_id, repository_id, repository, since, position FROM state_reads WHERE due_at <= @0 ORDER BY due_at LIMIT @1";

    private const string Advance = "UPDATE state_reads SET since = @2, position = @3, due_at = @4 WHERE installation_id = @0 AND repository_id = @1";

    private const string PutOff = "UPDATE state_reads SET due_at = @2 WHERE installation_id = @0 AND repository_id = @1";

    /// <summary>Has the App's installations listed, first at a moment, unless they are already.</summary>
    public Task BeginAsync(DateTimeOffset at) => database.WriteAsync(session => session.PostAsync(Add, 0L, Milliseconds(at), Milliseconds(at)));

    /// <summary>What is to be read, what waited longest first.</summary>
    public Task<IReadOnlyList<StateRead>> ListDueAsync(DateTimeOffset now, int most) => database.ReadAsync<IReadOnlyList<StateRead>>(async session =>
    {
        var due = new List<StateRead>();
        await using var rows = await session.ReadAsync(Due, Milliseconds(now), most);
        while (await rows.ReadAsync())
        {
            due.Add(new(
                rows.GetInt64(0), rows.GetInt64(1), rows.GetString(2), Clock.FromMilliseconds(rows.GetInt64(3)), rows.IsDBNull(4) ? null : Clock.FromMilliseconds(rows.GetInt64(4))));
        }

        return due;
    });

    /// <summary>Takes up the App's installations, and forgets those that are no more. What happens while one is suspended is none of the bot's business.</summary>
    public async Task RecordAsync(IReadOnlyList<AppInstallation> installations, DateTimeOffset now)
    {
        await InPortionsAsync(installations, async (session, installation) =>
        {
            await session.PostAsync(Add, installation.Id, Milliseconds(installation.CreatedAt), Milliseconds(now));

            // It is not due before the next listing, which says whether it still is suspended.
            if (installation.IsSuspended)
            {
                await session.PostAsync(Suspend, installation.Id, Milliseconds(now), Milliseconds(now + (2 * Every)));
            }
        });
        await database.WriteAsync(async session =>
        {
            foreach (var gone in (await ListIdsAsync(session, Installations)).Except(installations.Select(its => its.Id)))
            {
                await session.PostAsync(Forget, gone);
            }

            await session.PostAsync(Advance, 0L, 0L, Milliseconds(now), null, Milliseconds(now + Every));
        });
    }

    /// <summary>Takes up the repositories of an installation, spread over the day, and forgets those that it has no more.</summary>
    /// <param name="installation">The installation.</param>
    /// <param name="repositories">Its repositories.</param>
    /// <param name="now">When they were listed.</param>
    public async Task RecordAsync(StateRead installation, IReadOnlyList<RepositoryRef> repositories, DateTimeOffset now)
    {
        var id = installation.InstallationId;

        // What is new in a later listing came since; nobody knows when.
        var since = installation.Position is null ? installation.Since : now;
        await InPortionsAsync(repositories, (session, repository) =>
            session.ExecuteAsync(AddRepository, id, repository.Id, repository.FullName, Milliseconds(since), Milliseconds(now + Share(repository.Id))));
        await database.WriteAsync(async session =>
        {
            foreach (var gone in (await ListIdsAsync(session, Repositories, id)).Except(repositories.Select(its => its.Id)))
            {
                await session.PostAsync(ForgetRepository, id, gone);
            }

            await session.PostAsync(Advance, id, 0L, Milliseconds(now), Milliseconds(now), Milliseconds(now + Every));
        });
    }

    /// <summary>Records how far reading has come.</summary>
    public static void ReadOn(DeliveryContext context, StateRead to, DateTimeOffset due) => context.Write(session => session.PostAsync(
        Advance, to.InstallationId, to.RepositoryId, Milliseconds(to.Since), to.Position is { } position ? Milliseconds(position) : null, Milliseconds(due)));

    /// <summary>Has something read later, since GitHub could not be asked.</summary>
    public Task PutOffAsync(StateRead read, DateTimeOffset until) =>
        database.WriteAsync(session => session.PostAsync(PutOff, read.InstallationId, read.RepositoryId, Milliseconds(until)));

    // Whatever was not recorded when it ends early is the next time, since only the end moves on.
    private async Task InPortionsAsync<T>(IEnumerable<T> all, Func<Session, T, Task> write)
    {
        foreach (var portion in all.Chunk(MostTogether))
        {
            await database.WriteAsync(async session =>
            {
                foreach (var one in portion)
                {
                    await write(session, one);
                }
            });
        }
    }

    // Ids follow one another, and so do the minutes of the day.
    private static TimeSpan Share(long id) => TimeSpan.FromMinutes(id % Every.TotalMinutes);

    private static async Task<List<long>> ListIdsAsync(Session session, string statement, params object?[] values)
    {
        var ids = new List<long>();
        await using var rows = await session.ReadAsync(statement, values);
        while (await rows.ReadAsync())
        {
            ids.Add(rows.GetInt64(0));
        }

        return ids;
    }

    private static long Milliseconds(DateTimeOffset time) => time.ToUnixTimeMilliseconds();
}
