namespace CommunityBot.Storage;

/// <summary>
/// What all migrations of SQLite come to, for a new database and without Entity Framework. It is what <c>dotnet ef migrations script</c> writes, and a test
/// holds it to that.
/// </summary>
public static class SqliteSchema
{
    /// <summary>The migration that this version has last. They are made one after the other, so a database that has it has all.</summary>
    public const string LatestMigration = "20261130225322_Initial";

    private const string Resource = "CommunityBot.Storage.Migrations.Sqlite.schema.sql";

    /// <summary>The statements, in transactions of their own.</summary>
    public static string Read()
    {
        using var reader = new StreamReader(typeof(SqliteSchema).Assembly.GetManifestResourceStream(Resource)!);
        return reader.ReadToEnd();
    }
}
