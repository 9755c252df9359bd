using CommunityBot.Storage;
using CommunityBot.Work;

namespace CommunityBot.Inbox;

/// <summary>The durable table in which deliveries are stored before they are acknowledged.</summary>
public sealed class Inbox(Database database, TimeProvider time)
{
    private const string Insert = """
        INSERT INTO deliveries (delivery_id, event, action, installation_id, repository_id, lane, state, due_at, attempts, created_at)
        VALUES (@0, @1, @2, @3, @4, @5, 0, @6, 0, @6)
        ON CONFLICT (delivery_id) DO NOTHING
        RETURNING seq
        """;

    private const string InsertPayload = "INSERT INTO payloads (seq, body) VALUES (@0, @1)";

    // A server is asked once for both, since each question is a round trip. SQLite has no such statement, and no trip.
    private const string InsertBoth = $"WITH added AS ({Insert}) INSERT INTO payloads (seq, body) SELECT seq, @7 FROM added";

    private const string SelectPayload = "SELECT body FROM payloads WHERE seq = @0";

    private static readonly WorkColumns Columns = new("delivery_id", "event", "action", "installation_id", "repository_id")
    {
        Installation = "installation_id",
        RankOf = row => $"(CASE WHEN {row}.event IN ({string.Join(", ", Delivery.Asking.Select(name => $"'{name}'"))}) THEN 0 ELSE 1 END)",
    };

    /// <summary>The table of deliveries as work.</summary>
    public WorkTable<Delivery> Work { get; } = new(database, time, "deliveries", Columns, row => new(
        row.GetString(0), row.GetString(1), row.IsDBNull(2) ? null : row.GetString(2), row.GetInt64(3), row.GetInt64(4)));

    /// <summary>Stores a delivery; it is durable when the task completes.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="payload">Its body, compressed by <see cref="PayloadCodec"/>.</param>
    /// <returns>False if a delivery of this id was stored before.</returns>
    public async Task<bool> AddAsync(Delivery delivery, byte[] payload)
    {
        object?[] row = [delivery.Id, delivery.Event, delivery.Action, delivery.InstallationId, delivery.RepositoryId, delivery.Lane, time.NowMilliseconds()];
        var added = await database.WriteAsync(
            async session => database.IsShared
                ? await session.PostAsync(InsertBoth, [.. row, payload])
                : await session.ScalarAsync<long>(Insert, row) is not 0 and var seq ? await session.PostAsync(InsertPayload, seq, payload) : null,
            WriteOrder.Urgent);
        if (added is not { Rows: 1 })
        {
            return false;
        }

        Work.Changed.Set();
        return true;
    }

    /// <summary>The body of a claimed delivery as GitHub sent it.</summary>
    public async Task<byte[]> ReadPayloadAsync(Claim<Delivery> claim) =>
        await FindPayloadAsync(claim.Seq) ?? throw new InvalidDataException("its payload is no longer kept");

    /// <summary>The body of a delivery as GitHub sent it, or null if it is no longer kept.</summary>
    public async Task<byte[]?> FindPayloadAsync(long seq) =>
        await database.ReadAsync(session => session.ScalarAsync<byte[]>(SelectPayload, seq)) is { } body ? PayloadCodec.Decompress(body) : null;
}
