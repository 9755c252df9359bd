using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig.Settings;
using CommunityBot.Storage;

namespace CommunityBot.Team;

/// <summary>Who of <c>people.mentors</c> helps whom. How busy somebody is, is counted over all repositories of an installation.</summary>
public sealed class Mentors(Database database, PersonPool pool, Availability availability)
{
    /// <summary>How long somebody is taken to help at most: the end of some things is never heard of.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    // Whom GitHub did not take is known by an end at the beginning.
    private const string Find = "SELECT mentor_id, newcomer_id, CASE WHEN ended_at = started_at THEN 1 ELSE 0 END FROM mentorings WHERE repository_id = @0 AND number = @1";

    private const string Load = """
        SELECT COUNT(CASE WHEN ended_at IS NULL AND newcomer_id <> 0 THEN 1 END), COALESCE(MAX(started_at), 0)
        FROM mentorings WHERE installation_id = @0 AND mentor_id = @1 AND started_at > @2
        """;

    private const string Upsert = """
        INSERT INTO mentorings (repository_id, number, installation_id, mentor_id, newcomer_id, started_at) VALUES (@0, @1, @2, @3, @4, @5)
        ON CONFLICT (repository_id, number) DO UPDATE
        SET installation_id = excluded.installation_id, mentor_id = excluded.mentor_id, newcomer_id = excluded.newcomer_id, started_at = excluded.started_at, ended_at = NULL
        WHERE mentorings.mentor_id <> excluded.mentor_id OR excluded.newcomer_id NOT IN (0, mentorings.newcomer_id) OR mentorings.ended_at = mentorings.started_at
        """;

    private const string Close = "UPDATE mentorings SET ended_at = @2 WHERE repository_id = @0 AND number = @1 AND ended_at IS NULL AND started_at <= @2";

    private const string TakeBack = "UPDATE mentorings SET ended_at = started_at WHERE repository_id = @0 AND number = @1 AND started_at = @2";

    /// <summary>
    /// Who helps with an item of the delivery's repository: who does already, as long as they are in the pool and neither away nor muted, else the least busy; whom GitHub did not take for it
    /// only if there is nobody else. Null if nobody can.
    /// </summary>
    /// <param name="context">The delivery.</param>
    /// <param name="number">Number of the issue or pull request.</param>
    /// <param name="newcomerId">Whose it is, who cannot help themselves; numeric id.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task<Mentoring?> ForAsync(DeliveryContext context, int number, long newcomerId, CancellationToken cancellationToken)
    {
        var people = (await context.ConfigAsync(cancellationToken)).Get<PeopleSettings>();
        var members = await pool.MembersAsync(context, people.Mentors, cancellationToken);
        var presences = await availability.OfAsync(members.Select(member => member.Id));
        var free = members
            .Where(member => member.Id != newcomerId && !people.Ignores(member.Login) && presences[member.Id].IsFree(context.ReceivedAt))
            .ToDictionary(member => member.Id);
        var repository = context.Repository;
        return await database.ReadAsync(async session =>
        {
            var before = await FindAsync(session, repository.Id, number);
            if (before is (var mentorId, var knownId, false) && free.TryGetValue(mentorId, out var known))
            {
                return new Mentoring(known, knownId == newcomerId);
            }

            var loads = new Dictionary<long, MentorLoad>();
            foreach (var id in free.Keys)
            {
                await using var row = await session.ReadAsync(Load, repository.InstallationId, id, (context.ReceivedAt - Longest).ToUnixTimeMilliseconds());
                await row.ReadAsync();
                loads[id] = new(row.GetInt64(0), row.GetInt64(1));
            }

            var others = free.Values.Where(member => member.Id != before?.MentorId);
            return (MentorRules.Choose(others, loads) ?? MentorRules.Choose(free.Values, loads)) is { } chosen ? new Mentoring(chosen, IsKnown: false) : null;
        });
    }

    /// <summary>Numeric id of who helps with an item of the delivery's repository, or did until it was closed; null if nobody does.</summary>
    public async Task<long?> IdOfAsync(DeliveryContext context, int number) => (await database.ReadAsync(session => FindAsync(session, context.Repository.Id, number)))?.MentorId;

    /// <summary>Records who helps with an item.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="number">Number of the issue or pull request.</param>
    /// <param name="mentoring">Who helps.</param>
    /// <param name="newcomerId">Numeric id of who is helped; 0 if the mentor is only named for whoever comes.</param>
    /// <param name="at">When it begins.</param>
    public static void Record(DeliveryContext context, int number, Mentoring mentoring, long newcomerId, DateTimeOffset at)
    {
        var repository = context.Repository;
        context.Write(session => session.PostAsync(
            Upsert, repository.Id, number, repository.InstallationId, mentoring.Mentor.Id, newcomerId, at.ToUnixTimeMilliseconds()));
    }

    /// <summary>Records that an item was closed or is gone, and nobody has to help with it any more.</summary>
    public static void End(DeliveryContext context, long number, DateTimeOffset at) =>
        context.Write(session => session.PostAsync(Close, context.Repository.Id, number, at.ToUnixTimeMilliseconds()));

    /// <summary>Records of who helps with an item since a time, if anybody does, that GitHub did not take them.</summary>
    public static Task TakeBackAsync(Session session, long repositoryId, int number, DateTimeOffset startedAt) =>
        session.PostAsync(TakeBack, repositoryId, number, startedAt.ToUnixTimeMilliseconds());

    private static async Task<(long MentorId, long NewcomerId, bool IsRefused)?> FindAsync(Session session, long repositoryId, int number)
    {
        await using var row = await session.ReadAsync(Find, repositoryId, number);
        return await row.ReadAsync() ? (row.GetInt64(0), row.GetInt64(1), row.GetInt64(2) == 1) : null;
    }
}
