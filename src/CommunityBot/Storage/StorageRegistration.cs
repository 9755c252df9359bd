using CommunityBot.Hosting;
using Microsoft.Extensions.Options;

namespace CommunityBot.Storage;

/// <summary>Registers the database.</summary>
public static class StorageRegistration
{
    /// <summary>Adds the database of the operator's choice; <see cref="StorageStartup"/> opens it when the host starts.</summary>
    public static IServiceCollection AddStorage(this IServiceCollection services) => services.AddSingleton(provider =>
        Create(provider.GetRequiredService<IOptions<StorageOptions>>().Value));

    /// <summary>The database that the options name, not open yet.</summary>
    public static Database Create(StorageOptions options) =>
        options.IsShared ? new PostgresDatabase(options.ConnectionString) : new SqliteDatabase(options.ConnectionString);
}
