using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CommunityBot.Storage;

/// <summary>The tables on SQLite.</summary>
public sealed class SqliteBotDbContext(DbContextOptions<SqliteBotDbContext> options) : BotDbContext(options)
{
    /// <summary>Makes a context for <c>dotnet ef migrations add</c>, which needs no file.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<SqliteBotDbContext>
    {
        /// <inheritdoc/>
        public SqliteBotDbContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<SqliteBotDbContext>().UseSqlite("Data Source=:memory:").Options);
    }
}
