using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Storage;

namespace CommunityBot.Features.Nudges;

/// <summary>Who was nudged in the last week, over the whole installation.</summary>
public sealed class SentNudges(Database database)
{
    /// <summary>How long a nudge counts.</summary>
    public static readonly TimeSpan Week = TimeSpan.FromDays(7);

    private const string Count = "SELECT COUNT(*) FROM sent_nudges WHERE installation_id = @0 AND person_id = @1 AND sent_at > @2";

    private const string Insert =
        "INSERT INTO sent_nudges (installation_id, person_id, sent_at, key) VALUES (@0, @1, @2, @3) ON CONFLICT (installation_id, person_id, sent_at, key) DO NOTHING";

    private const string Forget = "DELETE FROM sent_nudges WHERE installation_id = @0 AND person_id = @1 AND sent_at <= @2";

    private const string ForgetOne = "DELETE FROM sent_nudges WHERE installation_id = @0 AND person_id = @1 AND key = @2";

    private const string ForgetAll = "DELETE FROM sent_nudges WHERE installation_id = @0";

    /// <summary>Forgets all of an installation.</summary>
    public static void ForgetInstallation(DeliveryContext context, long installationId) => context.Write(session => session.PostAsync(ForgetAll, installationId));

    /// <summary>How often each of some people was nudged in the week before.</summary>
    public Task<IReadOnlyDictionary<long, int>> CountAsync(DeliveryContext context, IEnumerable<Account> people) => database.ReadAsync<IReadOnlyDictionary<long, int>>(async session =>
    {
        var counts = new Dictionary<long, int>();
        foreach (var person in people)
        {
            counts[person.Id] = (int)await session.ScalarAsync<long>(Count, context.Repository.InstallationId, person.Id, WeekBefore(context));
        }

        return counts;
    });

    /// <summary>Records that somebody is nudged, and forgets what does not count any more.</summary>
    /// <param name="context">What led to it.</param>
    /// <param name="person">Who is nudged.</param>
    /// <param name="key">What the outbox knows the nudge by.</param>
    /// <param name="most">Nudges that one person gets in a week at most.</param>
    /// <exception cref="OvertakenException">Thrown by the transaction if another replica used up the week.</exception>
    public static void Record(DeliveryContext context, Account person, string key, int most) => context.Write(
        async session =>
        {
            var installation = context.Repository.InstallationId;
            await session.PostAsync(Forget, installation, person.Id, WeekBefore(context));
            if (await session.ScalarAsync<long>(Count, installation, person.Id, WeekBefore(context)) >= most)
            {
                throw new OvertakenException();
            }

            await session.PostAsync(Insert, installation, person.Id, context.ReceivedAt.ToUnixTimeMilliseconds(), key);
        },
        inTurn: true);

    /// <summary>Forgets, as part of a write, that people were nudged by what was taken back.</summary>
    public static async Task ForgetAsync(Session session, long installationId, IEnumerable<long> people, string key)
    {
        foreach (var person in people)
        {
            await session.PostAsync(ForgetOne, installationId, person, key);
        }
    }

    private static long WeekBefore(DeliveryContext context) => (context.ReceivedAt - Week).ToUnixTimeMilliseconds();
}
