using System.Text.Json;
using Octokit.Webhooks;

namespace CommunityBot.Inbox;

/// <summary>That a handler listens to one action of one event.</summary>
public abstract class WebhookSubscription(string @event, string? action, bool always)
{
    /// <summary>The event, as in <c>X-GitHub-Event</c>.</summary>
    public string Event { get; } = @event;

    /// <summary>The action, or null for an event without actions.</summary>
    public string? Action { get; } = action;

    /// <summary>
    /// Whether the handler hears of everything, also of what nothing is said about (<see cref="RefusalRules"/>): it speaks to nobody, but has to know what happened.
    /// </summary>
    public bool Always { get; } = always;

    /// <summary>Reads a payload as the library's typed event.</summary>
    /// <exception cref="JsonException">The library cannot read it.</exception>
    public abstract WebhookEvent Read(ReadOnlySpan<byte> payload);

    /// <summary>Hands an event to the handler.</summary>
    public abstract Task HandleAsync(WebhookEvent webhook, DeliveryContext context, CancellationToken cancellationToken);
}

/// <summary>That <typeparamref name="THandler"/> listens to <typeparamref name="TEvent"/>.</summary>
public sealed class WebhookSubscription<TEvent, THandler>(string @event, string? action, bool always, THandler handler)
    : WebhookSubscription(@event, action, always)
    where TEvent : WebhookEvent
    where THandler : IWebhookHandler<TEvent>
{
    /// <inheritdoc/>
    public override WebhookEvent Read(ReadOnlySpan<byte> payload) => PayloadReader.Read<TEvent>(payload);

    /// <inheritdoc/>
    public override Task HandleAsync(WebhookEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        handler.HandleAsync((TEvent)webhook, context, cancellationToken);
}
