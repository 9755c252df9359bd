using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Storage;

namespace CommunityBot.Ledger;

/// <summary>Since when the bot is where: what happened before is none of its business.</summary>
public sealed class Installations(Database database, IGitHubReader github)
{
    private const string Find = """
        SELECT
            (SELECT COUNT(*) FROM installations WHERE id = @0),
            (SELECT installed_at FROM installations WHERE id = @0),
            (SELECT added_at FROM added_repositories WHERE installation_id = @0 AND repository_id = @1)
        """;

    private const string Install =
        "INSERT INTO installations (id, installed_at) VALUES (@0, @1) ON CONFLICT (id) DO UPDATE SET installed_at = COALESCE(excluded.installed_at, installations.installed_at)";

    private const string AddRepository =
        "INSERT INTO added_repositories (installation_id, repository_id, added_at) VALUES (@0, @1, @2) ON CONFLICT (installation_id, repository_id) DO NOTHING";

    private const string RemoveRepository = "DELETE FROM added_repositories WHERE installation_id = @0 AND repository_id = @1";

    private const string ForgetRepositoryHistories = "UPDATE people SET history_read_by = 0 WHERE repository_id = @0";

    private const string ForgetHistories = "UPDATE people SET history_read_by = 0 WHERE history_read_by = @0 AND history_read_by <> 0";

    private const string Uninstall = "DELETE FROM installations WHERE id = @0";

    private const string UninstallRepositories = "DELETE FROM added_repositories WHERE installation_id = @0";

    /// <summary>
    /// When the bot came to the delivery's repository, or null if nobody knows; a delivery is then proof enough that it is there.
    /// GitHub is asked once for each installation that it did not tell of.
    /// </summary>
    public async Task<DateTimeOffset?> SinceAsync(DeliveryContext context, CancellationToken cancellationToken)
    {
        var id = context.Repository.InstallationId;
        var (isKnown, since) = await database.ReadAsync(async session =>
        {
            await using var row = await session.ReadAsync(Find, id, context.Repository.Id);
            await row.ReadAsync();

            // A repository that was added later counts from then.
            var column = row.IsDBNull(2) ? 1 : 2;
            return (column == 2 || row.GetInt64(0) > 0, row.IsDBNull(column) ? null : (DateTimeOffset?)Clock.FromMilliseconds(row.GetInt64(column)));
        });
        if (isKnown)
        {
            return since;
        }

        var installedAt = await github.GetInstalledAtAsync(id, cancellationToken);
        RecordInstalled(context, id, installedAt);
        return installedAt;
    }

    /// <summary>Records an installation.</summary>
    public static void RecordInstalled(DeliveryContext context, long id, DateTimeOffset? installedAt) =>
        context.Write(session => session.PostAsync(Install, id, installedAt?.ToUnixTimeMilliseconds()));

    /// <summary>Records that a repository was added to an installation.</summary>
    public static void RecordAdded(DeliveryContext context, long id, long repositoryId, DateTimeOffset addedAt) =>
        context.Write(session => session.PostAsync(AddRepository, id, repositoryId, addedAt.ToUnixTimeMilliseconds()));

    /// <summary>Forgets a repository that was taken out of an installation; added once more, it counts from then, and what people did meanwhile is to be asked for.</summary>
    public static void RecordRemoved(DeliveryContext context, long id, long repositoryId)
    {
        context.Write(session => session.PostAsync(RemoveRepository, id, repositoryId));
        context.Write(session => session.PostAsync(ForgetRepositoryHistories, repositoryId));
    }

    /// <summary>Records that the bot heard of nothing for a while: what people did meanwhile is to be asked for.</summary>
    public static void RecordSilence(DeliveryContext context, long id) => context.Write(session => session.PostAsync(ForgetHistories, id));

    /// <summary>Forgets an installation that is no more.</summary>
    public static void RecordDeleted(DeliveryContext context, long id)
    {
        context.Write(session => session.PostAsync(Uninstall, id));
        context.Write(session => session.PostAsync(UninstallRepositories, id));
    }
}
