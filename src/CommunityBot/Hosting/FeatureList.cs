using CommunityBot.Features.Closing;
using CommunityBot.Features.Kudos;
using CommunityBot.Features.Mentoring;
using CommunityBot.Features.Nudges;
using CommunityBot.Features.Presence;
using CommunityBot.Features.Thanks;
using CommunityBot.Features.Welcome;

namespace CommunityBot.Hosting;

/// <summary>What the bot can do, a line for each feature.</summary>
public static class FeatureList
{
    /// <summary>The features, each as what registers it.</summary>
    public static readonly IReadOnlyList<Action<IServiceCollection>> All =
    [
        WelcomeFeature.Add,
        ThanksFeature.Add,
        NudgesFeature.Add,
        PresenceFeature.Add,
        KudosFeature.Add,
        ClosingFeature.Add,
        MentoringFeature.Add,
    ];

    /// <summary>Adds all features.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        foreach (var add in All)
        {
            add(services);
        }

        return services;
    }
}
