using CommunityBot.Commands;
using CommunityBot.RepositoryConfig;

namespace CommunityBot.Features.Kudos;

/// <summary>Lets people thank each other, and puts on record what they tell others of the project.</summary>
public static class KudosFeature
{
    /// <summary>Registers the feature.</summary>
    public static void Add(IServiceCollection services) => services
        .AddConfigSection<KudosSettings>("kudos")
        .AddSingleton<NamedPeople>()
        .AddCommentCommand<ThanksCommand>()
        .AddCommentCommand<ShoutOutCommand>();
}
