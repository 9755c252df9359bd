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
        INSERT INTO outbox (moment, key, lane, repository_id, repository, number, body, reaction, delivery_id, state, due_at, attempts, created_at)
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, 0, @9, 0, @9)
        ON CONFLICT (moment, key) DO NOTHING
        """;

    private static readonly string[] Columns = ["moment", "key", "lane", "repository_id", "repository", "number", "body", "reaction", "delivery_id"];

    /// <summary>The table of messages as work.</summary>
    public WorkTable<OutboxMessage> Work { get; } = new(database, time, "outbox", Columns, Read);

    /// <summary>Adds a message to what a delivery leads to; if its moment was said before, it is dropped.</summary>
    public void Add(DeliveryContext context, OutboxMessage message) => context.Write(session => session.ExecuteAsync(
        Insert,
        message.Moment,
        message.Key,
        message.Repository.InstallationId,
        message.Repository.Id,
        message.Repository.FullName,
        message.Number,
        message.Body,
        message.Reaction,
        message.DeliveryId,
        time.NowMilliseconds()));

    private static OutboxMessage Read(DbDataReader row)
    {
        var fullName = row.GetString(4);
        var slash = fullName.IndexOf('/', StringComparison.Ordinal);
        var repository = new RepositoryRef(row.GetInt64(2), row.GetInt64(3), fullName[..slash], fullName[(slash + 1)..]);
        return new(row.GetString(0), row.GetString(1), repository, row.GetInt32(5), row.GetString(6), row.IsDBNull(7) ? null : row.GetString(7), row.GetString(8));
    }
}
