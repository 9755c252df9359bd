using CommunityBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace CommunityBot.Tests.Storage;

/// <summary>The version before a migration works on with the tables after it: replicas are replaced one by one, and an operator goes back to the version before.</summary>
public sealed class MigrationTests
{
    [Fact]
    public void A_migration_takes_nothing_away_and_asks_for_nothing()
    {
        using var sqlite = new SqliteBotDbContext(new DbContextOptionsBuilder<SqliteBotDbContext>().UseSqlite("Data Source=never-opened.db").Options);
        using var postgres = new PostgresBotDbContext.Factory().CreateDbContext([]);

        // The first makes the tables.
        foreach (var context in new BotDbContext[] { sqlite, postgres })
        {
            var assembly = context.GetService<IMigrationsAssembly>();
            Assert.Empty(
                from migration in assembly.Migrations.Skip(1)
                from operation in assembly.CreateMigration(migration.Value, context.Database.ProviderName!).UpOperations
                where !IsAdditive(operation)
                select $"{migration.Key}: {operation.GetType().Name}");
        }
    }

    [Fact]
    public void What_it_may_do_is_a_table_an_index_or_a_column_more()
    {
        Assert.All<MigrationOperation>(
            [
                new CreateTableOperation { Name = "t" },
                new CreateIndexOperation { Name = "i", Table = "t", Columns = ["c"] },
                new AddColumnOperation { Name = "c", Table = "t", IsNullable = true },
                new AddColumnOperation { Name = "c", Table = "t", DefaultValue = 0 },
            ],
            operation => Assert.True(IsAdditive(operation)));
        Assert.All<MigrationOperation>(
            [
                new AddColumnOperation { Name = "c", Table = "t" },
                new CreateIndexOperation { Name = "i", Table = "t", Columns = ["c"], IsUnique = true },
                new DropColumnOperation { Name = "c", Table = "t" },
                new RenameColumnOperation { Name = "c", Table = "t", NewName = "d" },
                new SqlOperation { Sql = "DELETE FROM t" },
            ],
            operation => Assert.False(IsAdditive(operation)));
    }

    private static bool IsAdditive(MigrationOperation operation) => operation switch
    {
        CreateTableOperation => true,
        CreateIndexOperation index => !index.IsUnique,
        AddColumnOperation column => column.IsNullable || column.DefaultValue is not null || column.DefaultValueSql is not null,
        _ => false,
    };
}
