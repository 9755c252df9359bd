using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace CommunityBot.Hosting;

/// <summary>Judges a connection string without opening anything. What it says of one shows keywords and no values, one of which is a password.</summary>
internal static class StorageConnection
{
    /// <summary>What is wrong with a connection string of PostgreSQL, which names a server and a database in keywords and values that the provider takes; null if nothing is.</summary>
    public static string? FindServerProblem(string connectionString) =>
        IsAddress(connectionString) ? "an address, which the provider does not take"
        : FindKeywordProblem(connectionString, static () => new NpgsqlConnectionStringBuilder()) is { } problem
            ? Has(connectionString, "Data Source") && !Has(connectionString, "Host") ? "that of a SQLite file" : problem
        : new NpgsqlConnectionStringBuilder(connectionString) switch
        {
            { Host: null or "" } => "without Host",
            { Database: null or "" } => "without Database",
            _ => null,
        };

    /// <summary>
    /// What is wrong with a connection string of SQLite, which names one file that can be written, in keywords and values that the provider takes; null if nothing is. A URI, a substituted directory,
    /// memory and a password (<see href="https://learn.microsoft.com/dotnet/standard/data/sqlite/encryption">which needs another build of SQLite</see>) do not.
    /// </summary>
    public static string? FindFileProblem(string connectionString) =>
        IsAddress(connectionString) || Has(connectionString, "Host") || Has(connectionString, "Server") ? "that of a server, while Storage:Provider is Sqlite"
        : FindKeywordProblem(connectionString, static () => new SqliteConnectionStringBuilder()) is { } problem ? problem
        : NamesFile(new(connectionString)) ? null
        : "something else";

    private static bool NamesFile(SqliteConnectionStringBuilder parts)
    {
        var file = parts.DataSource;
        return file.Length > 0 && file != ":memory:" && !file.StartsWith("file:", StringComparison.OrdinalIgnoreCase) && !file.StartsWith('|') && !file.Contains('\0')
            && parts.Mode is SqliteOpenMode.ReadWriteCreate or SqliteOpenMode.ReadWrite
            && parts.Password.Length == 0;
    }

    private static bool IsAddress(string connectionString) => connectionString.StartsWith("postgres", StringComparison.OrdinalIgnoreCase) && connectionString.Contains("://", StringComparison.Ordinal);

    private static bool Has(string connectionString, string keyword) => Parse(connectionString)?.ContainsKey(keyword) == true;

    private static string? FindKeywordProblem(string connectionString, Func<DbConnectionStringBuilder> begin)
    {
        if (Parse(connectionString) is not { } parts)
        {
            return "not written as KEYWORD=VALUE;KEYWORD=VALUE";
        }

        foreach (string keyword in parts.Keys)
        {
            if (!TrySet(begin(), keyword, parts[keyword]))
            {
                // What stands after a semicolon within a password looks like a keyword, too.
                var shown = keyword.All(letter => char.IsAsciiLetter(letter) || letter == ' ') ? $"\"{keyword}\"" : "a keyword";
                return $"with {shown}, which the provider does not take, or not with that value";
            }
        }

        return null;
    }

    private static DbConnectionStringBuilder? Parse(string connectionString)
    {
        try
        {
            return new() { ConnectionString = connectionString };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static bool TrySet(DbConnectionStringBuilder builder, string keyword, object value)
    {
        try
        {
            builder[keyword] = value;
            return true;
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or OverflowException or InvalidCastException)
        {
            return false;
        }
    }

    /// <summary>The folder of the file; where a server has the data, the one in which the file would be if nothing were configured.</summary>
    public static string FolderOf(StorageOptions storage)
    {
        var connection = storage.IsShared ? new StorageOptions().ConnectionString : storage.ConnectionString;
        return Path.GetDirectoryName(Path.GetFullPath(new SqliteConnectionStringBuilder(connection).DataSource))!;
    }
}
