using CommunityBot.Storage;

namespace CommunityBot.Tests.Storage;

/// <summary>A database in a folder that goes with it.</summary>
public sealed class TemporaryDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("communitybot-tests-");
    private SqliteDatabase _database;

    private TemporaryDatabase() => _database = new(ConnectionString);

    public string File => Path.Combine(_folder.FullName, "bot.db");

    public string ConnectionString => $"Data Source={File}";

    public SqliteDatabase Database => _database;

    public static async Task<TemporaryDatabase> OpenAsync()
    {
        var temporary = new TemporaryDatabase();
        await temporary._database.OpenAsync(CancellationToken.None);
        return temporary;
    }

    /// <summary>Closes the database and opens it again, as a new process would.</summary>
    public async Task ReopenAsync()
    {
        await _database.DisposeAsync();
        _database = new(ConnectionString);
        await _database.OpenAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _database.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
