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

    /// <summary>Reads a file and prints its problems, a line for each.</summary>
    /// <returns>The file, or null if it cannot be read.</returns>
    public static async Task<ConfigFile?> ReadAsync(string path, ConfigKeys keys, TextWriter problems)
    {
        string text;
        try
        {
            text = await File.ReadAllTextAsync(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            await problems.WriteLineAsync($"{path}: {fault.Message}");
            return null;
        }

        var file = new ConfigParser(keys).Parse(text);
        foreach (var problem in file.Problems)
        {
            await problems.WriteLineAsync($"{path}:{problem.Line}:{problem.Column}: {problem.Message}");
        }

        return file;
    }
}
