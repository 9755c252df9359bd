namespace CommunityBot.Webhooks;

/// <summary>Registers the door.</summary>
public static class WebhookRegistration
{
    /// <summary>Adds the door.</summary>
    public static IServiceCollection AddWebhooks(this IServiceCollection services) => services
        .AddSingleton<Signature>()
        .AddSingleton<WebhookEndpoint>();
}
