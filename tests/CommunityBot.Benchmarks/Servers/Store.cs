using CommunityBot.Hosting;
using CommunityBot.Storage;

namespace CommunityBot.Benchmarks.Servers;

/// <summary>A database that a subject runs on.</summary>
/// <param name="Provider">As <c>Storage:Provider</c> names it.</param>
/// <param name="ConnectionString">How to connect to it.</param>
public sealed record Store(string Provider, string ConnectionString)
{
    /// <summary>What it is called in tables.</summary>
    public string Name => IsPostgres ? "PostgreSQL" : "SQLite";

    /// <summary>Whether it is on the run's PostgreSQL server.</summary>
    public bool IsPostgres => Provider == StorageOptions.Postgres;

    /// <summary>Opens it in this process.</summary>
    public async Task<Database> OpenAsync(CancellationToken cancellationToken)
    {
        Database database = IsPostgres ? new PostgresDatabase(ConnectionString) : new SqliteDatabase(ConnectionString);
        await database.OpenAsync(cancellationToken);
        return database;
    }
}
