using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommunityBot.Hosting;

/// <summary>Judges a connection string without opening anything.</summary>
internal static class StorageConnection
{
    /// <summary>Whether it names a server and a database of PostgreSQL, in keywords and values that the provider takes.</summary>
    public static bool NamesServer(string connectionString)
    {
        try
        {
            return new NpgsqlConnectionStringBuilder(connectionString) is { Host.Length: > 0, Database.Length: > 0 };
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether it names one SQLite file that can be written, in keywords and values that the provider takes. A URI, a substituted directory, memory
    /// and a password (<see href="https://learn.microsoft.com/dotnet/standard/data/sqlite/encryption">which needs another build of SQLite</see>) do not.
    /// </summary>
    public static bool NamesFile(string connectionString)
    {
        try
        {
            var parts = new SqliteConnectionStringBuilder(connectionString);
            var file = parts.DataSource;
            return file.Length > 0 && file != ":memory:" && !file.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && !file.StartsWith('|') && !file.Contains('\0')
                && parts.Mode is SqliteOpenMode.ReadWriteCreate or SqliteOpenMode.ReadWrite
                && parts.Password.Length == 0;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            return false;
        }
    }

    /// <summary>The folder of the file; where a server has the data, the one in which the file would be if nothing were configured.</summary>
    public static string FolderOf(StorageOptions storage)
    {
        var connection = storage.Provider == StorageOptions.Sqlite ? storage.ConnectionString : new StorageOptions().ConnectionString;
        return Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource))!;
    }
}
