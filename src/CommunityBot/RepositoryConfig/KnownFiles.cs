using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Storage;

namespace CommunityBot.RepositoryConfig;

/// <summary>Files of repositories, read from GitHub once and again when a push touched them.</summary>
/// <param name="database">Where they are kept.</param>
/// <param name="github">Who is asked.</param>
/// <param name="time">Now.</param>
public sealed class KnownFiles(Database database, IGitHubReader github, TimeProvider time)
{
    private const string Select = "SELECT repository, text, good_text, etag, read_at, pushed_at, refused_at, place, path FROM config_files WHERE ";

    private const string Save = """
        INSERT INTO config_files (place, path, installation_id, repository, text, good_text, etag, read_at, pushed_at, refused_at) VALUES (@0, @1, @2, @3, @4, @5, @6, @7, 0, 0)
        ON CONFLICT (place, path) DO UPDATE SET
            installation_id = excluded.installation_id, repository = excluded.repository, text = excluded.text,
            good_text = CASE WHEN excluded.text IS NULL THEN NULL ELSE COALESCE(excluded.good_text, config_files.good_text) END,
            etag = excluded.etag, read_at = excluded.read_at, refused_at = 0
        """;

    private const string Touch = "UPDATE config_files SET installation_id = @2, repository = @3, read_at = @4, refused_at = 0 WHERE place = @0 AND path = @1";

    private const string Refuse = """
        INSERT INTO config_files (place, path, installation_id, repository, read_at, pushed_at, refused_at) VALUES (@0, @1, @2, @3, 0, 0, @4)
        ON CONFLICT (place, path) DO UPDATE SET installation_id = excluded.installation_id, refused_at = excluded.refused_at
        """;

    private const string Push = """
        INSERT INTO config_files (place, path, installation_id, repository, read_at, pushed_at, refused_at) VALUES (@0, @1, @2, @3, 0, @4, 0)
        ON CONFLICT (place, path) DO UPDATE SET pushed_at = excluded.pushed_at
        """;

    private const string Grant = "UPDATE config_files SET pushed_at = @1 WHERE installation_id = @0";

    /// <summary>Reads of one file that many deliveries want at once are made one after the other, so that one of them asks and the others find the answer.</summary>
    private readonly KeyedTurns _turns = new();

    /// <summary>Records that a push changed a file.</summary>
    public void Pushed(DeliveryContext context, FilePlace place) => context.Write(session => session.PostAsync(
        Push, place.Key, place.Path, place.Repository.InstallationId, place.Repository.FullName, time.NowMilliseconds()));

    /// <summary>Records that an installation may see more than before, so that what it knows of files may be wrong.</summary>
    public void Granted(DeliveryContext context, long installationId) =>
        context.Write(session => session.PostAsync(Grant, installationId, time.NowMilliseconds()));

    /// <summary>What is known of files, by one look at the database; what was never asked for is missing.</summary>
    public Task<IReadOnlyDictionary<FilePlace, KnownFile>> FindAsync(IReadOnlyList<FilePlace> places) => database.ReadAsync<IReadOnlyDictionary<FilePlace, KnownFile>>(async session =>
    {
        var found = new Dictionary<FilePlace, KnownFile>();
        var either = places.Select((_, i) => $"(place = @{2 * i} AND path = @{(2 * i) + 1})");
        await using var row = await session.ReadAsync(Select + string.Join(" OR ", either), [.. places.SelectMany(place => new[] { place.Key, place.Path })]);
        while (await row.ReadAsync())
        {
            var place = places.First(one => one.Key == row.GetString(7) && one.Path == row.GetString(8));
            found.Add(place, new(row.GetString(0), Text(1), Text(2), Text(3), Time(4)) { PushedAt = Time(5), RefusedAt = Time(6) });
        }

        return found;

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);

        DateTimeOffset Time(int column) => Clock.FromMilliseconds(row.GetInt64(column));
    });

    /// <summary>A file on the default branch of a repository.</summary>
    /// <param name="place">The file.</param>
    /// <param name="known">What is known of it by what was just found.</param>
    /// <param name="fresh">How long it is taken to be as it was read.</param>
    /// <param name="isGood">Whether a text may stand in when a later one is refused.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<KnownFile> ReadAsync(
        FilePlace place, IReadOnlyDictionary<FilePlace, KnownFile> known, TimeSpan fresh, Func<string, bool> isGood, CancellationToken cancellationToken)
    {
        return Fresh(known) ?? await _turns.TakeAsync($"{place.Key} {place.Path}", ReadInTurnAsync, cancellationToken);

        async Task<KnownFile> ReadInTurnAsync()
        {
            var latest = await FindAsync([place]);
            return Fresh(latest) ?? await AskAsync(place, latest.GetValueOrDefault(place), isGood, cancellationToken);
        }

        KnownFile? Fresh(IReadOnlyDictionary<FilePlace, KnownFile> found) =>
            found.GetValueOrDefault(place) is { } file && !file.IsStale(time.GetUtcNow(), fresh, place.Repository.FullName) ? file : null;
    }

    private async Task<KnownFile> AskAsync(FilePlace place, KnownFile? known, Func<string, bool> isGood, CancellationToken cancellationToken)
    {
        var (repository, asked) = (place.Repository, time.GetUtcNow());
        var at = asked.ToUnixTimeMilliseconds();
        try
        {
            var answer = await github.ReadFileAsync(repository, place.Path, reference: null, known?.ETag, cancellationToken);
            if (answer.IsUnchanged && known is not null)
            {
                await database.WriteAsync(session => session.PostAsync(Touch, place.Key, place.Path, repository.InstallationId, repository.FullName, at));
                return known;
            }

            var good = answer.Text is { } text && isGood(text) ? text : null;
            await database.WriteAsync(session => session.PostAsync(
                Save, place.Key, place.Path, repository.InstallationId, repository.FullName, answer.Text, good, answer.ETag, at));
            return new(repository.FullName, answer.Text, answer.Text is null ? null : good ?? known?.GoodText, answer.ETag, asked);
        }
        catch (GitHubRefusedException)
        {
            // It may be shown again tomorrow, and what it said before is more likely to be meant than nothing. Where nothing was ever seen, there is none.
            await database.WriteAsync(session => session.PostAsync(Refuse, place.Key, place.Path, repository.InstallationId, repository.FullName, at));
            return known ?? new(repository.FullName, Text: null, GoodText: null, ETag: null, DateTimeOffset.UnixEpoch);
        }
    }
}
