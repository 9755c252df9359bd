using CommunityBot.Inbox;
using CommunityBot.Outbox;
using CommunityBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Host;

/// <summary>What is in the bot's tables.</summary>
internal static class Tables
{
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
