using CommunityBot.Inbox;
using CommunityBot.Outbox;
using CommunityBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Host;

/// <summary>What is in the bot's tables.</summary>
internal static class Tables
{
    /// <summary>How long who has used up the requests of a minute waits.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(5);

    private const string HeldForAMoment = """
        SELECT (SELECT COUNT(*) FROM outbox m JOIN lane_pauses p ON p.queue = 'outbox' AND p.lane = m.lane
                WHERE m.state = 0 AND m.due_at <= @1 AND p.until > @0 AND p.until <= @1)
            + (SELECT COUNT(*) FROM deliveries d WHERE d.state = 0 AND d.due_at > @0 AND d.error LIKE 'the requests of the minute%')
        """;

    /// <summary>Whether something waits only because of what was asked or posted a moment ago.</summary>
    public static async Task<bool> IsHeldForAMomentAsync(this Bot bot)
    {
        var now = bot.Services.GetRequiredService<TimeProvider>().NowMilliseconds();
        return await bot.Services.GetRequiredService<Database>().ReadAsync(session =>
            session.ScalarAsync<long>(HeldForAMoment, now, now + (long)Moment.TotalMilliseconds)) > 0;
    }

    public static async Task<List<DeliveryRow>> DeliveriesAsync(this Bot bot)
    {
        await using var tables = bot.Services.GetRequiredService<Database>().CreateContext();
        return await tables.Deliveries.AsNoTracking().OrderBy(delivery => delivery.Seq).ToListAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<List<OutboxRow>> OutboxAsync(this Bot bot)
    {
        await using var tables = bot.Services.GetRequiredService<Database>().CreateContext();
        return await tables.Outbox.AsNoTracking().OrderBy(message => message.Seq).ToListAsync(TestContext.Current.CancellationToken);
    }
}
