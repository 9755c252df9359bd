using CommunityBot.Storage;

namespace CommunityBot.Tests.Storage;

/// <summary>A database that goes with the test: a file in a folder of its own, or a database on a server of the tests' own.</summary>
public sealed class TemporaryDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo? _folder;

    private TemporaryDatabase(string connectionString, DirectoryInfo? folder)
    {
        (ConnectionString, _folder) = (connectionString, folder);
        Database = Create();
    }

    public string File => Path.Combine(_folder!.FullName, "bot.db");

    public string ConnectionString { get; }

    /// <summary>The operator settings that name it.</summary>
    public string[] Settings => ["--Storage:Provider", _folder is null ? "Postgres" : "Sqlite", $"--ConnectionStrings:CommunityBot={ConnectionString}"];

    public Database Database { get; private set; }

    public static async Task<TemporaryDatabase> OpenAsync(Engine engine = Engine.Sqlite)
    {
        var folder = engine == Engine.Sqlite ? Directory.CreateTempSubdirectory("communitybot-tests-") : null;
        var temporary = new TemporaryDatabase(folder is null ? await PostgresServer.NewDatabaseAsync() : $"Data Source={folder.FullName}/bot.db", folder);
        await temporary.Database.OpenAsync(CancellationToken.None);
        return temporary;
    }

    /// <summary>The same database as another process would open it.</summary>
    public async Task<Database> OpenAgainAsync()
    {
        var database = Create();
        await database.OpenAsync(CancellationToken.None);
        return database;
    }

    /// <summary>Closes the database and opens it again, as a new process would.</summary>
    public async Task ReopenAsync()
    {
        await Database.DisposeAsync();
        Database = await OpenAgainAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        _folder?.Delete(recursive: true);
    }

    /// <summary>The same database, not open yet.</summary>
    public Database Create() => _folder is null ? new PostgresDatabase(ConnectionString) : new SqliteDatabase(ConnectionString);
}
