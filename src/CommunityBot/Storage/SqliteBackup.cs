using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CommunityBot.Storage;

/// <summary>
/// A copy of a database that others work on. <see href="https://www.sqlite.org/lang_vacuum.html#vacuum_with_an_into_clause">VACUUM INTO</see> reads it as it was at one moment and holds up no writer, where
/// SQLite's other way of copying begins anew with each write. The copy has its name only once it is whole and on the disk.
/// </summary>
/// <param name="source">The database.</param>
/// <param name="file">The file that the copy becomes.</param>
internal sealed class SqliteBackup(string source, string file)
{
    /// <summary>What SQLite answers when there is nothing to find fault with.</summary>
    private const string Whole = "ok";

    /// <summary>Writes the copy.</summary>
    public async Task WriteAsync(CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new StorageException($"there is no directory {Path.GetDirectoryName(file)} for the backup. Make it first.");
        }

        if (Path.Exists(file))
        {
            throw AlreadyThere();
        }

        var part = $"{file}.{Path.GetRandomFileName()}.part";
        try
        {
            await PrivateFile.Open(part, FileMode.CreateNew, FileAccess.Write, FileShare.None).DisposeAsync();
            await CopyAsync(part, cancellationToken);
            await CheckAsync(part, cancellationToken);
            Publish(part);
        }
        catch (Exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or SqliteException)
        {
            throw new StorageException($"cannot back up {source} to {file}: {fault.Message}", fault);
        }
        finally
        {
            File.Delete(part);
        }
    }

    private async Task CopyAsync(string part, CancellationToken cancellationToken) =>
        await RunAsync(source, $"VACUUM INTO '{part.Replace("'", "''", StringComparison.Ordinal)}'", cancellationToken);

    private async Task CheckAsync(string part, CancellationToken cancellationToken)
    {
        if (await RunAsync(part, "PRAGMA integrity_check(1)", cancellationToken) is not Whole and var found)
        {
            throw new StorageException($"the copy of {source} is damaged and was not kept, perhaps because the database is: {found}");
        }
    }

    private static async Task<object?> RunAsync(string path, string statement, CancellationToken cancellationToken)
    {
        // On a connection that only reads SQLite's check looks at less.
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        await connection.OpenAsync(cancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = statement;

        // The provider would go on to the end.
        await using var interruption = cancellationToken.Register(() => raw.sqlite3_interrupt(connection.Handle));
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    private void Publish(string part)
    {
        try
        {
            PrivateFile.Publish(part, file);
        }
        catch (IOException) when (Path.Exists(file))
        {
            throw AlreadyThere();
        }
    }

    private StorageException AlreadyThere() => new($"{file} is there already, and a backup overwrites nothing. Name another file.");
}
