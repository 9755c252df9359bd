using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace CommunityBot.Storage;

/// <summary>The tables on PostgreSQL.</summary>
public sealed class PostgresBotDbContext(DbContextOptions<PostgresBotDbContext> options) : BotDbContext(options)
{
    /// <summary>Makes a context for <c>dotnet ef migrations add</c>, which needs no server.</summary>
    public sealed class Factory : IDesignTimeDbContextFactory<PostgresBotDbContext>
    {
        /// <inheritdoc/>
        public PostgresBotDbContext CreateDbContext(string[] args) =>
            new(new DbContextOptionsBuilder<PostgresBotDbContext>().UseNpgsql("Host=localhost").Options);
    }
}
