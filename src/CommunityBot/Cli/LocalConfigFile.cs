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

    /// <summary>Reads a file as the service reads one at its place. One that cannot be read is refused whole, and its problem says why.</summary>
    public static async Task<ConfigFile> ReadAsync(string path, ConfigKeys keys)
    {
        try
        {
            var text = FileAnswer.Decode(await LocalFile.ReadAsync(path));
            return IsWelcomeBots(path) ? ReadWelcomeBots(text, keys) : new ConfigParser(keys).Parse(text);
        }
        catch (Exception fault) when (LocalFile.IsAbout(fault))
        {
            return ConfigFile.Refused(new(ProblemSeverity.Error, 0, 0, "", LocalFile.Explain(path, fault)));
        }
    }

    private static bool IsWelcomeBots(string path)
    {
        var (file, folders) = (Path.GetFullPath(path), RepositoryConfigs.WelcomeBotPath.Split('/'));
        return file.Split(Path.DirectorySeparatorChar).TakeLast(folders.Length).SequenceEqual(folders);
    }

    // The service passes over all else that is in such a file, since other bots read it, too. Who asks about it wants to know that nothing is left.
    private static ConfigFile ReadWelcomeBots(string text, ConfigKeys keys)
    {
        var file = new WelcomeBotParser(keys).Parse(text);
        return file.Values.Count > 0 ? file : file with
        {
            Problems = [new(ProblemSeverity.Notice, 0, 0, "", $"there is no {string.Join(", ", WelcomeBotParser.Paths.Keys)} in it that can be read, and nothing else of it has an effect")],
        };
    }
}
