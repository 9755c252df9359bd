using CommunityBot.Retention;
using CommunityBot.Storage;

namespace CommunityBot.Hosting;

/// <summary>
/// Keeps a preview and a service with credentials from working at each other's rows. What came to a preview was to be looked at, not to be posted or remembered; and what waits for the service
/// must not be taken for a preview's, as it would when a deployment loses its credentials. Which of the two worked on a database stands in it, so that it is known however they ended.
/// </summary>
public sealed class DatabaseUse(Database database, OperatorSettings settings, TimeProvider time)
{
    private const string Mark = "INSERT INTO leases (name, owner, until) VALUES (@0, '', @1) ON CONFLICT (name) DO NOTHING";

    private const string Find = "SELECT until FROM leases WHERE name = @0";

    private const string Unmark = "DELETE FROM leases WHERE name = @0";

    private const string Preview = "preview";

    private const string Service = "service";

    /// <summary>
    /// All that a preview may have written. It knows nobody and asks GitHub nothing, so even what it took for known would be wrong: that somebody was greeted, or that a repository has no config.
    /// The keys of the pages stay, which say nothing of anybody: the browser that set the service up goes on.
    /// </summary>
    private static readonly string[] Forget = [.. Keeping.All.Where(keeping => keeping.Table != "web_keys").Select(keeping => $"DELETE FROM {keeping.Table}")];

    /// <summary>Notes who works on the database; what a preview wrote is forgotten by the service that follows.</summary>
    /// <exception cref="StorageException">This is a preview, and the database is that of a service.</exception>
    public Task TakeOverAsync() => database.WriteAsync(
        async session =>
        {
            var now = time.NowMilliseconds();
            if (!settings.IsPreview)
            {
                if (await session.ExecuteAsync(Unmark, Preview) == 1)
                {
                    foreach (var forget in Forget)
                    {
                        await session.PostAsync(forget);
                    }
                }

                await session.PostAsync(Mark, Service, now);
            }
            else if (await session.ScalarAsync<long?>(Find, Service) is null)
            {
                await session.PostAsync(Mark, Preview, now);
            }
            else
            {
                throw new StorageException(
                    $"This would be a preview, since there are no GitHub credentials, but a service with credentials has worked on {database.Place}. Set GitHub:AppId, GitHub:PrivateKey and GitHub:WebhookSecret, or name another database.");
            }
        },
        WriteOrder.InTurn);

    /// <summary>Whether a service with credentials works on the database.</summary>
    public async Task<bool> IsServicesAsync() => await database.ReadAsync(session => session.ScalarAsync<long?>(Find, Service)) is not null;
}
