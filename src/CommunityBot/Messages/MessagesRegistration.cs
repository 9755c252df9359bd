namespace CommunityBot.Messages;

/// <summary>Registers the messages.</summary>
public static class MessagesRegistration
{
    /// <summary>Adds what makes comments.</summary>
    public static IServiceCollection AddMessages(this IServiceCollection services) => services.AddSingleton<MessageRenderer>();
}
