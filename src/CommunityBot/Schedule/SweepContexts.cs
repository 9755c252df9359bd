using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.Storage;

namespace CommunityBot.Schedule;

/// <summary>What sweeps decide and write in, so that whatever works for a delivery works for them.</summary>
public sealed class SweepContexts(Database database, Outbox.Outbox outbox, IConfigSource configs, TimeProvider time)
{
    /// <summary>A context like that of a delivery: its id is the name of the sweep.</summary>
    public DeliveryContext Begin(string sweep, RepositoryRef repository) =>
        new(new(sweep, "sweep", Action: null, repository.InstallationId, repository.Id), time.GetUtcNow(), repository, configs);

    /// <summary>Writes all that was decided, in one transaction.</summary>
    public async Task CommitAsync(DeliveryContext context)
    {
        await database.WriteAsync(context.WriteAllAsync, context.Order);
        outbox.Work.Changed.Set();
    }
}
