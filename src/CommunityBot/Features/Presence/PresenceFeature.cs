using CommunityBot.Commands;

namespace CommunityBot.Features.Presence;

/// <summary>Lets people say when they are away, and that they want no mentions.</summary>
public static class PresenceFeature
{
    /// <summary>Registers the feature.</summary>
    public static void Add(IServiceCollection services) => services
        .AddCommentCommand<AwayCommand>()
        .AddCommentCommand<BackCommand>()
        .AddCommentCommand<MuteCommand>()
        .AddCommentCommand<UnmuteCommand>();
}
