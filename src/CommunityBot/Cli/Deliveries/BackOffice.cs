using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBot.Inbox;
using CommunityBot.Outbox;
using CommunityBot.Storage;
using CommunityBot.Work;
using Microsoft.EntityFrameworkCore;

namespace CommunityBot.Cli.Deliveries;

/// <summary>What is in the inbox and the outbox.</summary>
internal sealed class BackOffice(Database database, TimeProvider time)
{
    private readonly Inbox.Inbox _inbox = new(database, time);
    private readonly Outbox.Outbox _outbox = new(database, time);

    /// <summary>Now, by the clock that times are written by.</summary>
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>What was given up, the last first, and then what waits or runs, what came first first.</summary>
    public async Task<IReadOnlyList<StoredWork>> ListAsync(int most)
    {
        await using var tables = database.CreateContext();
        var listed = new List<StoredWork>();
        foreach (var state in (WorkState[])[WorkState.Parked, WorkState.Running, WorkState.Available])
        {
            var deliveries = await InOrder(tables.Deliveries, state).Take(most - listed.Count).ToListAsync();
            var messages = await InOrder(tables.Outbox, state).Take(most - listed.Count).ToListAsync();
            var works = messages.ConvertAll(StoredWork.Of);
            foreach (var row in deliveries)
            {
                works.Add(await OfAsync(row));
            }

            listed.AddRange((state == WorkState.Parked ? works.OrderByDescending(work => work.Row.FinishedAt) : works.OrderBy(work => work.Row.CreatedAt)).Take(most - listed.Count));
        }

        return listed;
    }

    /// <summary>How much was given up, and how much waits or runs.</summary>
    public async Task<WorkCounts> CountAsync()
    {
        await using var tables = database.CreateContext();
        return new(
            await tables.Deliveries.CountAsync(row => row.State == WorkState.Parked) + await tables.Outbox.CountAsync(row => row.State == WorkState.Parked),
            await tables.Deliveries.CountAsync(row => row.State == WorkState.Available) + await tables.Deliveries.CountAsync(row => row.State == WorkState.Running)
                + await tables.Outbox.CountAsync(row => row.State == WorkState.Available) + await tables.Outbox.CountAsync(row => row.State == WorkState.Running));
    }

    /// <summary>What has an id; null if nothing does.</summary>
    public async Task<StoredWork?> FindAsync(string id)
    {
        await using var tables = database.CreateContext();
        if (await tables.Deliveries.AsNoTracking().SingleOrDefaultAsync(row => row.DeliveryId == id) is { } delivery)
        {
            return await OfAsync(delivery);
        }

        return id.StartsWith(OutboxMessage.IdPrefix, StringComparison.Ordinal)
            && long.TryParse(id.AsSpan(OutboxMessage.IdPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            && await tables.Outbox.AsNoTracking().SingleOrDefaultAsync(row => row.Seq == seq) is { } message ? StoredWork.Of(message) : null;
    }

    /// <summary>Everything about one: of a delivery what came of it and its payload, of a message what it does.</summary>
    public async Task<JsonObject> DetailAsync(StoredWork work)
    {
        var json = work.ToJson();
        if (work.Row is OutboxRow { Effect: var effect })
        {
            json["effect"] = effect.Length == 0 ? null : JsonNode.Parse(effect);
            return json;
        }

        await using var tables = database.CreateContext();
        var messages = await tables.Outbox.AsNoTracking().Where(row => row.DeliveryId == work.Id).OrderBy(row => row.Seq).ToListAsync();
        json["messages"] = new JsonArray([.. messages.Select(row => StoredWork.Of(row).ToJson())]);
        json["payload"] = await PayloadAsync(work.Row.Seq);
        return json;
    }

    /// <summary>Has one tried again; false if it was not given up.</summary>
    public Task<bool> RetryAsync(StoredWork work) => work.Row is DeliveryRow ? _inbox.Work.RetryAsync(work.Row.Seq) : _outbox.Work.RetryAsync(work.Row.Seq);

    /// <summary>Has everything tried again that was given up, and returns how much that was.</summary>
    public async Task<int> RetryAllAsync()
    {
        await using var tables = database.CreateContext();
        var deliveries = await tables.Deliveries.Where(row => row.State == WorkState.Parked).Select(row => row.Seq).ToListAsync();
        var messages = await tables.Outbox.Where(row => row.State == WorkState.Parked).Select(row => row.Seq).ToListAsync();
        var retried = await Task.WhenAll(deliveries.Select(_inbox.Work.RetryAsync).Concat(messages.Select(_outbox.Work.RetryAsync)));
        return retried.Count(isDone => isDone);
    }

    // By a time and not by place, so that the index over the rows of a state is of use.
    private static IQueryable<T> InOrder<T>(IQueryable<T> rows, WorkState state)
        where T : WorkRow => state switch
        {
            WorkState.Parked => rows.AsNoTracking().Where(row => row.State == WorkState.Parked).OrderByDescending(row => row.FinishedAt),
            WorkState.Running => rows.AsNoTracking().Where(row => row.State == WorkState.Running).OrderBy(row => row.CreatedAt),
            _ => rows.AsNoTracking().Where(row => row.State == WorkState.Available).OrderBy(row => row.CreatedAt),
        };

    private async Task<StoredWork> OfAsync(DeliveryRow row) => StoredWork.Of(row, NameIn(await PayloadAsync(row.Seq)));

    private async Task<JsonNode?> PayloadAsync(long seq)
    {
        try
        {
            return await _inbox.FindPayloadAsync(seq) is { } payload ? JsonNode.Parse(payload) : null;
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            return null;
        }
    }

    private static string? NameIn(JsonNode? payload) =>
        payload is JsonObject && payload["repository"] is JsonObject repository && repository["full_name"] is JsonValue name && name.TryGetValue<string>(out var text) ? text : null;
}
