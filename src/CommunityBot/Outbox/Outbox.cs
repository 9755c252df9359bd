using System.Data.Common;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Messages;
using CommunityBot.Storage;
using CommunityBot.Work;

namespace CommunityBot.Outbox;

/// <summary>
/// The durable table of what the bot says. That nothing is said twice is its unique index over moment and key. Its lanes are the installations: GitHub
/// wants the writes of one to come one after the other.
/// </summary>
public sealed class Outbox(Database database, TimeProvider time)
{
    private const string ParagraphBreak = "\n\n";

    private const string Insert = """
        INSERT INTO outbox (moment, key, lane, rank, repository_id, repository, effect, delivery_id, thread, state, due_at, attempts, created_at, finished_at)
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10, 0, @10, @11)
        ON CONFLICT (moment, key) DO NOTHING
        """;

    private const string Exists = "SELECT 1 FROM outbox WHERE moment = @0 AND key = @1";

    private const string Find = "SELECT url, effect FROM outbox WHERE moment = @0 AND key = @1";

    private const string FindBegun = "SELECT effect FROM outbox WHERE moment = @0 AND key = @1 AND state <> 2";

    private const string Rewrite = "UPDATE outbox SET effect = @2 WHERE moment = @0 AND key = @1";

    private const string TakeBack = "UPDATE outbox SET state = 2, error = @2, finished_at = @3 WHERE moment = @0 AND key = @1 AND state = 0";

    private const string InHand = "SELECT 1 FROM outbox WHERE moment = @0 AND key = @1 AND state = 1";

    private const string Unsay = "DELETE FROM outbox WHERE moment = @0 AND key = @1 AND state = 0 AND attempts = 0";

    private static readonly WorkColumns Columns = new("moment", "key", "lane", "repository_id", "repository", "effect", "delivery_id")
    {
        RankOf = row => $"{row}.rank",
        RankGoesFirst = true,
    };

    /// <summary>The table of messages as work.</summary>
    public WorkTable<OutboxMessage> Work { get; } = new(database, time, "outbox", Columns, Read);

    /// <summary>Adds an effect to what a delivery leads to; if its moment was said before, it is dropped.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="moment">The moment's kind.</param>
    /// <param name="key">What the moment is once per; numeric ids, so that renames change nothing.</param>
    /// <param name="effect">What is to be done.</param>
    /// <param name="due">When, if not at once.</param>
    public void Add(DeliveryContext context, string moment, string key, Effect effect, DateTimeOffset? due = null) =>
        context.Write(session => InsertAsync(session, context.Repository, context.Delivery.Id, new(moment, key, effect), due));

    /// <summary>Adds what follows from a message, as part of a write; if its moment was said before, it is dropped.</summary>
    public Task AddAsync(Session session, OutboxMessage message, OutboxEntry entry) => InsertAsync(session, message.Repository, message.DeliveryId, entry, due: null);

    /// <summary>What moments say in one place as one message, that of the first of them.</summary>
    public static OutboxEntry Together(IReadOnlyList<OutboxPart> parts)
    {
        var first = parts[0];
        var text = string.Join(ParagraphBreak, parts.Select(part => part.Effect.Body).Append(Marker.Build(first.Moment, first.Key)));
        var labels = parts.SelectMany(part => part.Effect.Labels).Distinct(StringComparer.OrdinalIgnoreCase);
        return new(first.Moment, first.Key, first.Effect with { Body = text, Labels = [.. labels] });
    }

    /// <summary>Adds what moments say in one place as one message, that of the first of them which was not said before; the others count as said with it.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="parts">What they say, the strongest first.</param>
    /// <param name="most">Characters of the message at most, without its marker; what does not fit is left for another time.</param>
    /// <param name="due">When, if not at once.</param>
    public void Add(DeliveryContext context, IReadOnlyList<OutboxPart> parts, int most, DateTimeOffset? due) => context.Write(async session =>
    {
        var (said, length) = (new List<OutboxPart>(), 0);
        foreach (var part in parts)
        {
            var longer = length + part.Effect.Body.Length + ParagraphBreak.Length;
            if (longer <= most + ParagraphBreak.Length && await session.ScalarAsync<long?>(Exists, part.Moment, part.Key) is null)
            {
                said.Add(part);
                length = longer;
            }
        }

        if (said is not [var first, .. var others])
        {
            context.Silent("it was said before");
            return;
        }

        await InsertAsync(session, context.Repository, context.Delivery.Id, Together(said), due);
        foreach (var other in others)
        {
            await InsertAsync(session, context.Repository, context.Delivery.Id, new(other.Moment, other.Key, new TogetherEffect(first.Moment)), due, WorkState.Completed);
        }
    });

    /// <summary>Takes back what waits to be said and is not true any more; it is never said again.</summary>
    public static void Withdraw(DeliveryContext context, string moment, string key, string why) =>
        context.Write(session => WithdrawAsync(session, moment, key, why, context.ReceivedAt));

    /// <summary>The same as part of a write; tells whether there was such a thing, be it in the hand of a worker, who alone can stop it then.</summary>
    public static async Task<bool> WithdrawAsync(Session session, string moment, string key, string why, DateTimeOffset at) =>
        await session.ExecuteAsync(TakeBack, moment, key, why, at.ToUnixTimeMilliseconds()) > 0 || await session.ScalarAsync<long?>(InHand, moment, key) is not null;

    /// <summary>
    /// Takes back what waits to be said, as part of a write. If nobody tried to say it, it is as if it had never been added and may be added again, which is the answer.
    /// What somebody tried to say, or has in hand, may be there: where it is not, it is not tried again.
    /// </summary>
    public static async Task<bool> TakeBackAsync(Session session, Said said, string why)
    {
        if (await session.ExecuteAsync(Unsay, said.Moment, said.Key) > 0)
        {
            return true;
        }

        if (await session.ScalarAsync<string>(FindBegun, said.Moment, said.Key) is { } stored && EffectCodec.Read(stored) is SpokenEffect begun)
        {
            await session.PostAsync(Rewrite, said.Moment, said.Key, EffectCodec.Write(begun with { TakenBack = why }));
        }

        return false;
    }

    /// <summary>Where something that was said is to be seen, or, if it was not posted, that which it was to take the place of; null if there is nothing of the kind.</summary>
    public Task<string?> AddressOfAsync(Said said) => database.ReadAsync(async session =>
    {
        for (Said? sought = said; sought is not null;)
        {
            await using var row = await session.ReadAsync(Find, sought.Moment, sought.Key);
            if (!await row.ReadAsync())
            {
                return null;
            }

            if (!row.IsDBNull(0) && row.GetString(0) is { Length: > 0 } url)
            {
                return url;
            }

            sought = (EffectCodec.Read(row.GetString(1)) as SpokenEffect)?.Replaces;
        }

        return null;
    });

    private Task<Posted> InsertAsync(
        Session session, RepositoryRef repository, string deliveryId, OutboxEntry entry, DateTimeOffset? due, WorkState state = WorkState.Available) => session.PostAsync(
        Insert,
        entry.Moment,
        entry.Key,
        repository.InstallationId,
        (int)entry.Effect.Rank,
        repository.Id,
        repository.FullName,
        EffectCodec.Write(entry.Effect),
        deliveryId,
        entry.Effect.ThreadIn(repository),
        (int)state,
        due?.ToUnixTimeMilliseconds() ?? time.NowMilliseconds(),
        state == WorkState.Completed ? time.NowMilliseconds() : null);

    private static OutboxMessage Read(DbDataReader row)
    {
        var repository = RepositoryRef.Of(row.GetInt64(2), row.GetInt64(3), row.GetString(4));
        return new(row.GetString(0), row.GetString(1), repository, row.GetString(5), row.GetString(6));
    }
}
