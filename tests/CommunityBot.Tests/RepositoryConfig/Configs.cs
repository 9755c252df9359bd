using CommunityBot.Hosting;
using CommunityBot.RepositoryConfig;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.Tests.RepositoryConfig;

/// <summary>Configs as the service reads them: with the sections of all features.</summary>
internal static class Configs
{
    public static ConfigKeys Keys { get; } = With();

    public static ConfigKeys With(params Action<IServiceCollection>[] features)
    {
        var services = new ServiceCollection().AddRepositoryConfig();
        foreach (var add in FeatureList.All.Concat(features))
        {
            add(services);
        }

        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<ConfigKeys>();
    }

    public static ConfigFile Parse(string text) => new ConfigParser(Keys).Parse(text);

    /// <summary>The problems, each as the command line prints it.</summary>
    public static IEnumerable<string> Problems(string text) => Parse(text).Problems.Select(problem => $"{problem.Line}:{problem.Column} {problem.Message}");
}
