using CommunityBot.Features.Welcome;

namespace CommunityBot.Hosting;

/// <summary>What the bot can do, a line for each feature.</summary>
public static class FeatureList
{
    /// <summary>The features, each as what registers it.</summary>
    public static readonly IReadOnlyList<Action<IServiceCollection>> All =
    [
        WelcomeFeature.Add,
    ];
}
