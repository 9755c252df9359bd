using System.Data.Common;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Storage;
using CommunityBot.Work;

namespace CommunityBot.Outbox;

/// <summary>
/// The durable table of what the bot says. That nothing is said twice is its unique index over moment and key. Its lanes are the installations: GitHub
/// wants the writes of one to come one after the other.
/// </summary>
public sealed class Outbox(Database database, TimeProvider time)
{
    private const string Insert = """
        INSERT INTO outbox (moment, key, lane, repository_id, repository, effect, delivery_id, state, due_at, attempts, created_at)
        VALUES (@0, @1, @2, @3, @4, @5, @6, 0, @7, 0, @7)
        ON CONFLICT (moment, key) DO NOTHING
        """;

    private static readonly string[] Columns = ["moment", "key", "lane", "repository_id", "repository", "effect", "delivery_id"];

    /// <summary>The table of messages as work.</summary>
    public WorkTable<OutboxMessage> Work { get; } = new(database, time, "outbox", Columns, Read);

    /// <summary>Adds an effect to what a delivery leads to; if its moment was said before, it is dropped.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="moment">The moment's kind.</param>
    /// <param name="key">What the moment is once per; numeric ids, so that renames change nothing.</param>
    /// <param name="effect">What is to be done.</param>
    /// <param name="due">When, if not at once.</param>
    public void Add(DeliveryContext context, string moment, string key, Effect effect, DateTimeOffset? due = null) => context.Write(session => session.ExecuteAsync(
        Insert,
        moment,
        key,
        context.Repository.InstallationId,
        context.Repository.Id,
        context.Repository.FullName,
        EffectCodec.Write(effect),
        context.Delivery.Id,
        due?.ToUnixTimeMilliseconds() ?? time.NowMilliseconds()));

    private static OutboxMessage Read(DbDataReader row)
    {
        var fullName = row.GetString(4);
        var slash = fullName.IndexOf('/', StringComparison.Ordinal);
        var repository = new RepositoryRef(row.GetInt64(2), row.GetInt64(3), fullName[..slash], fullName[(slash + 1)..]);
        return new(row.GetString(0), row.GetString(1), repository, row.GetString(5), row.GetString(6));
    }
}
