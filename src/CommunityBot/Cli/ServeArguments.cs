using CommunityBot.Hosting;
using CommunityBot.RepositoryConfig;

namespace CommunityBot.Cli;

/// <summary>What serving takes: <c>--KEY VALUE</c> and <c>--KEY=VALUE</c>, as the configuration of .NET reads them. It passes over the rest, or throws.</summary>
internal static class ServeArguments
{
    /// <summary>Settings of the host that make sense here, beside our own.</summary>
    private static readonly string[] OfTheHost = ["urls", "http_ports", "https_ports", "environment", "contentRoot"];

    /// <summary>Sections of the host; what is in them is its own business.</summary>
    private static readonly string[] SectionsOfTheHost = ["Kestrel:", "Logging:"];

    /// <summary>Takes the operator settings out of the arguments of a command: they, and no option of it, have a colon in their names. What follows <c>--</c> is none.</summary>
    public static (string[] Others, string[] Settings) Split(IReadOnlyList<string> arguments)
    {
        var (others, settings) = (new List<string>(), new List<string>());
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i] == "--")
            {
                others.AddRange(arguments.Skip(i));
                break;
            }

            var isSetting = arguments[i].StartsWith("--", StringComparison.Ordinal) && arguments[i].Split('=')[0].Contains(':', StringComparison.Ordinal);
            (isSetting ? settings : others).Add(arguments[i]);
            if (isSetting && !arguments[i].Contains('=', StringComparison.Ordinal) && i + 1 < arguments.Count)
            {
                settings.Add(arguments[++i]);
            }
        }

        return ([.. others], [.. settings]);
    }

    /// <summary>The first problem in one line, with the exit code that it leads to; null if there is none.</summary>
    public static (string Line, int ExitCode)? FindProblem(IReadOnlyList<string> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            var argument = arguments[i];
            var key = argument.Split('=')[0].TrimStart('-');
            var dashes = argument.Length - argument.TrimStart('-').Length;
            if (dashes == 0 || !IsKnown(key))
            {
                var names = KnownSetting.All.Select(setting => setting.Key).Concat(OfTheHost);
                var hint = NearestName.Of(key, names) is { } nearest ? $"did you mean --{nearest}?" : "see communitybot --help";
                return ($"{SettingsReader.Quote(dashes == 0 ? argument : argument.Split('=')[0])} is no setting, {hint}", CommandLine.Usage);
            }

            if (dashes != 2)
            {
                return ($"-{key} begins with {(dashes == 1 ? "one dash" : "too many dashes")}, write --{key}", CommandLine.Problems);
            }

            if (!argument.Contains('=', StringComparison.Ordinal) && ++i == arguments.Count)
            {
                return ($"--{key} has no value, write --{key} VALUE", CommandLine.Usage);
            }
        }

        return null;
    }

    private static bool IsKnown(string key) =>
        KnownSetting.All.Any(setting => setting.Key.Equals(key, StringComparison.OrdinalIgnoreCase))
        || OfTheHost.Contains(key, StringComparer.OrdinalIgnoreCase)
        || SectionsOfTheHost.Any(section => key.StartsWith(section, StringComparison.OrdinalIgnoreCase));
}
