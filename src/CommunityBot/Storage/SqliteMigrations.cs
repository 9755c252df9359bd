using System.Reflection;
using Microsoft.EntityFrameworkCore.Migrations;

namespace CommunityBot.Storage;

/// <summary>The migrations of SQLite that this version has, read without the model that Entity Framework would build to say the same.</summary>
internal static class SqliteMigrations
{
    private const string Namespace = "CommunityBot.Storage.Migrations.Sqlite";

    /// <summary>Their ids, as the database records them.</summary>
    public static IEnumerable<string> Ids =>
        from type in typeof(SqliteMigrations).Assembly.GetTypes()
        where type.Namespace == Namespace
        let migration = type.GetCustomAttribute<MigrationAttribute>()
        where migration is not null
        select migration.Id;
}
