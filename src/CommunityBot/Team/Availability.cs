using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Storage;

namespace CommunityBot.Team;

/// <summary>Who is away, and who wants no mentions: in all repositories, since it is said once.</summary>
public sealed class Availability(Database database)
{
    private const string Mute = """
        INSERT INTO availability (person_id, login, muted, away_until) VALUES (@0, @1, @2, 0)
        ON CONFLICT (person_id) DO UPDATE SET login = excluded.login, muted = excluded.muted
        """;

    private const string GoAway = """
        INSERT INTO availability (person_id, login, muted, away_until) VALUES (@0, @1, 0, @2)
        ON CONFLICT (person_id) DO UPDATE SET login = excluded.login, away_until = excluded.away_until
        """;

    private const string Select = "SELECT muted, away_until FROM availability WHERE person_id = @0";

    private const string Muted = "SELECT 1 FROM availability WHERE login = @0 AND muted = 1";

    /// <summary>Records that somebody wants no mentions, or wants them again.</summary>
    public static void SetMuted(DeliveryContext context, Account account, bool muted) =>
        context.Write(session => session.PostAsync(Mute, account.Id, Key(account.Login), muted ? 1 : 0));

    /// <summary>Records that somebody is away until a time, or is back if that is past: the end of an absence stays known.</summary>
    public static void SetAway(DeliveryContext context, Account account, DateTimeOffset until) =>
        context.Write(session => session.PostAsync(GoAway, account.Id, Key(account.Login), until.ToUnixTimeMilliseconds()));

    /// <summary>Whether people may be spoken to, by their numeric ids.</summary>
    public Task<IReadOnlyDictionary<long, Presence>> OfAsync(IEnumerable<long> people) => database.ReadAsync<IReadOnlyDictionary<long, Presence>>(async session =>
    {
        var found = new Dictionary<long, Presence>();
        foreach (var person in people)
        {
            await using var row = await session.ReadAsync(Select, person);
            found[person] = await row.ReadAsync() ? new(row.GetInt64(0) != 0, Clock.FromMilliseconds(row.GetInt64(1))) : Presence.Free;
        }

        return found;
    });

    /// <summary>Those of some logins who want no mentions.</summary>
    public Task<HashSet<string>> MutedAmongAsync(IReadOnlyList<string> logins) => logins.Count == 0
        ? Task.FromResult(new HashSet<string>(StringComparer.OrdinalIgnoreCase))
        : database.ReadAsync(async session =>
        {
            var muted = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var login in logins)
            {
                if (await session.ScalarAsync<long?>(Muted, Key(login)) is not null)
                {
                    muted.Add(login);
                }
            }

            return muted;
        });

    private static string Key(string login) => login.ToLowerInvariant();
}
