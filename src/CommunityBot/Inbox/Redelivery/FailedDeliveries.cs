using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.Inbox.Redelivery;

/// <summary>The deliveries that GitHub could not bring, and how far its list was read.</summary>
public sealed class FailedDeliveries(Database database, IOptions<GitHubOptions> options)
{
    private const string Add = """
        INSERT INTO failed_deliveries (delivery_id, attempt_id, delivered_at, asked, due_at)
        SELECT @0, @1, @2, 0, @3 WHERE NOT EXISTS (SELECT 1 FROM deliveries WHERE delivery_id = @0)
        ON CONFLICT (delivery_id) DO NOTHING
        """;

    private const string Remove = "DELETE FROM failed_deliveries WHERE delivery_id = @0";

    private const string RemoveArrived =
        "DELETE FROM failed_deliveries WHERE EXISTS (SELECT 1 FROM deliveries WHERE deliveries.delivery_id = failed_deliveries.delivery_id)";

    private const string RemoveOld = "DELETE FROM failed_deliveries WHERE delivered_at < @0";

    private const string Due = "SELECT delivery_id, attempt_id, asked FROM failed_deliveries WHERE due_at <= @0 ORDER BY due_at, delivered_at LIMIT @1";

    private const string Asked = "UPDATE failed_deliveries SET asked = asked + 1, due_at = @1 WHERE delivery_id = @0";

    private const string Watermark = "SELECT read_until FROM watermarks WHERE app_id = @0";

    private const string SetWatermark = """
        INSERT INTO watermarks (app_id, read_until) VALUES (@0, @1)
        ON CONFLICT (app_id) DO UPDATE SET read_until = CASE WHEN excluded.read_until > watermarks.read_until THEN excluded.read_until ELSE watermarks.read_until END
        """;

    /// <summary>Up to when GitHub's list was read; null if it never was.</summary>
    public async Task<DateTimeOffset?> ReadUntilAsync() =>
        await database.ReadAsync(session => session.ScalarAsync<long?>(Watermark, options.Value.AppId)) is { } until ? Clock.FromMilliseconds(until) : null;

    /// <summary>Records that GitHub's list was read up to a moment.</summary>
    public Task SetReadUntilAsync(DateTimeOffset until) => database.WriteAsync(session => session.PostAsync(SetWatermark, options.Value.AppId, until.ToUnixTimeMilliseconds()));

    /// <summary>Records what an attempt came to: one that failed is to be asked for, unless the delivery is here.</summary>
    /// <param name="attempts">The attempts, oldest first.</param>
    /// <param name="now">Since when they may be asked for.</param>
    public Task RecordAsync(IReadOnlyList<AppDelivery> attempts, DateTimeOffset now) => database.WriteAsync(async session =>
    {
        foreach (var attempt in attempts)
        {
            _ = attempt.Succeeded
                ? await session.ExecuteAsync(Remove, attempt.DeliveryId)
                : await session.ExecuteAsync(Add, attempt.DeliveryId, attempt.Id, attempt.DeliveredAt.ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds());
        }
    });

    /// <summary>Forgets what is here by now, and what failed before a moment; returns how many of those there were.</summary>
    public Task<int> ForgetAsync(DateTimeOffset before) => database.WriteAsync(async session =>
    {
        await session.PostAsync(RemoveArrived);
        return await session.ExecuteAsync(RemoveOld, before.ToUnixTimeMilliseconds());
    });

    /// <summary>Those that are to be asked for, the oldest first.</summary>
    public Task<IReadOnlyList<FailedDelivery>> ListDueAsync(DateTimeOffset now, int most) => database.ReadAsync<IReadOnlyList<FailedDelivery>>(async session =>
    {
        var due = new List<FailedDelivery>();
        await using var rows = await session.ReadAsync(Due, now.ToUnixTimeMilliseconds(), most);
        while (await rows.ReadAsync())
        {
            due.Add(new(rows.GetString(0), rows.GetInt64(1), rows.GetInt32(2)));
        }

        return due;
    });

    /// <summary>Records that one was asked for, and when it is again, should it not come.</summary>
    public Task SetAskedAsync(FailedDelivery delivery, DateTimeOffset next) =>
        database.WriteAsync(session => session.PostAsync(Asked, delivery.Id, next.ToUnixTimeMilliseconds()));
}
