using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.RepositoryConfig;

namespace CommunityBot.Cli;

/// <summary>Config files on this machine.</summary>
internal static class LocalConfigFile
{
    /// <summary>What a config may say, features included.</summary>
    public static ConfigKeys Keys()
    {
        using var services = new ServiceCollection().AddRepositoryConfig().AddFeatures().BuildServiceProvider();
        return services.GetRequiredService<ConfigKeys>();
    }

    /// <summary>Reads a file as one of GitHub is read. One that cannot be read is refused whole, and its problem says why.</summary>
    public static async Task<ConfigFile> ReadAsync(string path, ConfigKeys keys)
    {
        try
        {
            return new ConfigParser(keys).Parse(FileAnswer.Decode(await File.ReadAllBytesAsync(path)));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ConfigFile.Refused(new(ProblemSeverity.Error, 1, 1, "", fault.Message));
        }
    }
}
