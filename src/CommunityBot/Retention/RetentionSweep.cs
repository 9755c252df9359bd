using CommunityBot.Hosting;
using CommunityBot.Schedule;
using CommunityBot.Storage;
using Microsoft.Extensions.Options;

namespace CommunityBot.Retention;

/// <summary>Drops what was kept long enough, a little at a time: <see cref="Keeping"/> says what and when.</summary>
public sealed class RetentionSweep(Database database, IOptions<StorageOptions> options) : ISweep
{
    /// <summary>Rows that one write drops: few enough that deliveries do not wait for it.</summary>
    public const int MostAtOnce = 200;

    /// <summary>Writes of a round for each kind: by far more than what comes in during one, and few enough that other sweeps do not wait long.</summary>
    public const int MostARound = 50;

    /// <summary>Time between two rounds when nothing is left; against weeks of keeping an hour is nothing.</summary>
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    private DateTimeOffset _done;

    /// <inheritdoc/>
    public string Name => "retention";

    /// <inheritdoc/>
    public async Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!Clock.HasPassed(Every, since: _done, now))
        {
            return;
        }

        var isDone = true;
        foreach (var expiry in Keeping.All.SelectMany(keeping => keeping.Expiries))
        {
            isDone &= await DropAsync(expiry, (now - expiry.After(options.Value)).ToUnixTimeMilliseconds(), cancellationToken);
        }

        if (isDone)
        {
            _done = now;
        }
    }

    /// <summary>Drops what is older, and returns whether nothing of it is left.</summary>
    private async Task<bool> DropAsync(Expiry expiry, long before, CancellationToken cancellationToken)
    {
        for (var i = 0; i < MostARound; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();

            // They are looked up beside the writer, which has more urgent things to do than to look through a large table.
            var old = await database.ReadAsync(session => FindAsync(session, expiry.Find, before));
            if (old.Count > 0)
            {
                await database.WriteAsync(async session =>
                {
                    foreach (var key in old)
                    {
                        await session.PostAsync(expiry.Drop, key);
                    }
                });
            }

            if (old.Count < MostAtOnce)
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<List<object?[]>> FindAsync(Session session, string find, long before)
    {
        var found = new List<object?[]>();
        await using var row = await session.ReadAsync(find, before, MostAtOnce);
        while (await row.ReadAsync())
        {
            var key = new object?[row.FieldCount];
            row.GetValues(key!);
            found.Add(key);
        }

        return found;
    }
}
