using CommunityBot.Storage;

namespace CommunityBot.Schedule;

/// <summary>
/// Has one replica of several sweep. It spares GitHub questions and no more than that: sweeps do no harm when two run at once, so nothing depends on the clocks of the replicas.
/// </summary>
public sealed class SweepLease(Database database, TimeProvider time)
{
    /// <summary>How long it holds from the last time it was taken: when a replica dies, another one takes over at its first round after that, so within 50 s and one <see cref="Hosting.BotOptions.SweepInterval"/>.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromSeconds(50);

    private const string Take = """
        INSERT INTO leases (name, owner, until) VALUES ('sweeps', @0, @1)
        ON CONFLICT (name) DO UPDATE SET owner = excluded.owner, until = excluded.until WHERE leases.owner = excluded.owner OR leases.until <= @2
        """;

    private readonly string _owner = Guid.NewGuid().ToString();

    /// <summary>Takes or prolongs it; false while another replica has it.</summary>
    public async Task<bool> TakeAsync()
    {
        if (!database.IsShared)
        {
            return true;
        }

        var now = time.GetUtcNow();
        return await database.WriteAsync(session => session.ExecuteAsync(Take, _owner, (now + Length).ToUnixTimeMilliseconds(), now.ToUnixTimeMilliseconds())) == 1;
    }
}
