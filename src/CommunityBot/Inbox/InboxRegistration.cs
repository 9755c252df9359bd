using CommunityBot.Inbox.Redelivery;
using CommunityBot.Schedule;
using Octokit.Webhooks;

namespace CommunityBot.Inbox;

/// <summary>Registers the inbox and those who listen to it.</summary>
public static class InboxRegistration
{
    /// <summary>Adds the inbox and its dispatcher; the worker is added where deliveries are to be handled.</summary>
    public static IServiceCollection AddInbox(this IServiceCollection services) => services
        .AddSingleton<Inbox>()
        .AddSingleton<Refusals>()
        .AddSingleton<WebhookDispatcher>();

    /// <summary>Adds the search for what GitHub could not bring, or never tried to; the App's own questions to GitHub have to be there.</summary>
    public static IServiceCollection AddRedelivery(this IServiceCollection services) => services
        .AddSingleton<FailedDeliveries>().AddSweep<RedeliverySweep>()
        .AddSingleton<StateReads>().AddSingleton<MissedDeliveries>().AddSingleton<StateComparison>().AddSweep<StateSweep>();

    /// <summary>Has a handler listen to an action of an event.</summary>
    /// <param name="services">Where to register.</param>
    /// <param name="webhook">The event's name, as in <c>X-GitHub-Event</c>.</param>
    /// <param name="action">The action, or null for an event without actions.</param>
    /// <param name="always">Whether it hears of everything, also of what nothing is said about.</param>
    public static IServiceCollection AddWebhookHandler<TEvent, THandler>(this IServiceCollection services, string webhook, string? action, bool always = false)
        where TEvent : WebhookEvent
        where THandler : class, IWebhookHandler<TEvent> =>
        services.AddSingleton<WebhookSubscription>(provider =>
            new WebhookSubscription<TEvent, THandler>(webhook, action, always, provider.GetRequiredService<THandler>()));
}
