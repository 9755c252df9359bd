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
    private const string Select = "SELECT text, good_text, etag, read_at, pushed_at FROM config_files WHERE repository = @0 AND path = @1";

    private const string Save = """
        INSERT INTO config_files (repository, path, text, good_text, etag, read_at, pushed_at) VALUES (@0, @1, @2, @3, @4, @5, 0)
        ON CONFLICT (repository, path) DO UPDATE SET
            text = excluded.text, good_text = CASE WHEN excluded.text IS NULL THEN NULL ELSE COALESCE(excluded.good_text, config_files.good_text) END, etag = excluded.etag, read_at = excluded.read_at
        """;

    private const string Touch = "UPDATE config_files SET read_at = @2 WHERE repository = @0 AND path = @1";

    private const string Push = """
        INSERT INTO config_files (repository, path, read_at, pushed_at) VALUES (@0, @1, 0, @2)
        ON CONFLICT (repository, path) DO UPDATE SET pushed_at = excluded.pushed_at
        """;

    /// <summary>Reads of one file that many deliveries want at once are made one after the other, so that one of them asks and the others find the answer.</summary>
    private readonly SemaphoreSlim[] _turns = [.. Enumerable.Range(0, 64).Select(_ => new SemaphoreSlim(1, 1))];

    /// <summary>Records that a push changed a file.</summary>
    public void Pushed(DeliveryContext context, string fullName, string path) =>
        context.Write(session => session.ExecuteAsync(Push, fullName.ToLowerInvariant(), path, time.NowMilliseconds()));

    /// <summary>A file on the default branch of a repository.</summary>
    /// <param name="repository">The repository.</param>
    /// <param name="path">The file.</param>
    /// <param name="fresh">How long it is taken to be as it was read.</param>
    /// <param name="isGood">Whether a text may stand in when a later one is refused.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<KnownFile> ReadAsync(
        RepositoryRef repository, string path, TimeSpan fresh, Func<string, bool> isGood, CancellationToken cancellationToken)
    {
        if (await FindAsync(repository, path) is { } known && !known.IsStale(time.GetUtcNow(), fresh))
        {
            return known;
        }

        var turn = _turns[(uint)HashCode.Combine(repository.FullName, path) % _turns.Length];
        await turn.WaitAsync(cancellationToken);
        try
        {
            known = await FindAsync(repository, path);
            return known is null || known.IsStale(time.GetUtcNow(), fresh) ? await AskAsync(repository, path, known, isGood, cancellationToken) : known;
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<KnownFile> AskAsync(RepositoryRef repository, string path, KnownFile? known, Func<string, bool> isGood, CancellationToken cancellationToken)
    {
        var (fullName, asked) = (repository.FullName.ToLowerInvariant(), time.GetUtcNow());
        var answer = await AskAsync(repository, path, known?.ETag, cancellationToken);
        if (answer.IsUnchanged && known is not null)
        {
            await database.WriteAsync(session => session.ExecuteAsync(Touch, fullName, path, asked.ToUnixTimeMilliseconds()));
            return known with { ReadAt = asked };
        }

        var good = answer.Text is { } text && isGood(text) ? text : null;
        await database.WriteAsync(session => session.ExecuteAsync(Save, fullName, path, answer.Text, good, answer.ETag, asked.ToUnixTimeMilliseconds()));
        return new(answer.Text, answer.Text is null ? null : good ?? known?.GoodText, answer.ETag, asked, known?.PushedAt ?? DateTimeOffset.UnixEpoch);
    }

    private async Task<FileAnswer> AskAsync(RepositoryRef repository, string path, string? etag, CancellationToken cancellationToken)
    {
        try
        {
            return await github.ReadFileAsync(repository, path, reference: null, etag, cancellationToken);
        }
        catch (GitHubRefusedException)
        {
            // The App may not read files there: as if there were none.
            return FileAnswer.None;
        }
    }

    private Task<KnownFile?> FindAsync(RepositoryRef repository, string path) => database.ReadAsync(async session =>
    {
        await using var row = await session.ReadAsync(Select, repository.FullName.ToLowerInvariant(), path);
        return await row.ReadAsync()
            ? new KnownFile(Text(0), Text(1), Text(2), Clock.FromMilliseconds(row.GetInt64(3)), Clock.FromMilliseconds(row.GetInt64(4)))
            : null;

        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
    });
}
