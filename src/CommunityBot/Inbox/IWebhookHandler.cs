using Octokit.Webhooks;

namespace CommunityBot.Inbox;

/// <summary>
/// Handles one kind of delivery. It may read GitHub but never writes to it, tolerates any order and repetition, and says what it wants written
/// to the <see cref="DeliveryContext"/>.
/// </summary>
/// <typeparam name="TEvent">The event, down to its action, for example <c>IssuesOpenedEvent</c>.</typeparam>
public interface IWebhookHandler<TEvent>
    where TEvent : WebhookEvent
{
    /// <summary>Handles a delivery. What it throws is tried again later.</summary>
    Task HandleAsync(TEvent webhook, DeliveryContext context, CancellationToken cancellationToken);
}
