using CommunityBot.Hosting;
using Microsoft.Extensions.Options;

namespace CommunityBot.Storage;

/// <summary>Registers the database.</summary>
public static class StorageRegistration
{
    /// <summary>Adds the database of the operator's choice; <see cref="StorageStartup"/> opens it when the host starts.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services) => services.AddSingleton<Database>(provider =>
    {
        var options = provider.GetRequiredService<IOptions<StorageOptions>>().Value;
        return options.Provider == StorageOptions.Postgres ? new PostgresDatabase(options.ConnectionString) : new SqliteDatabase(options.ConnectionString);
    });
}
