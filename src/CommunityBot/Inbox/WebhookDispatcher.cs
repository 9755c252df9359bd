using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig;
using Octokit.Webhooks;

namespace CommunityBot.Inbox;

/// <summary>Reads a delivery's payload, decides what holds for every handler, and hands it to those who listen.</summary>
public sealed class WebhookDispatcher(IEnumerable<WebhookSubscription> subscriptions, Refusals refusals, IConfigSource configs)
{
    private readonly ILookup<(string Event, string? Action), WebhookSubscription> _subscriptions =
        subscriptions.ToLookup(subscription => (subscription.Event, subscription.Action));

    /// <summary>The events that anybody listens to.</summary>
    public IReadOnlyList<string> Events => [.. _subscriptions.Select(group => group.Key.Event).Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Whether anybody listens to an action of an event.</summary>
    public bool Listens(string webhook, string? action) => _subscriptions.Contains((webhook, action));

    /// <summary>Has a delivery handled and returns what is to be written.</summary>
    /// <exception cref="System.Text.Json.JsonException">The library cannot read the payload.</exception>
    public async Task<DeliveryContext> DispatchAsync(Delivery delivery, DateTimeOffset receivedAt, byte[] payload, CancellationToken cancellationToken)
    {
        var listeners = _subscriptions[(delivery.Event, delivery.Action)].ToList();
        if (listeners.Count == 0)
        {
            // Stored by a version that listened to it.
            return new(delivery, receivedAt, null, configs);
        }

        var webhook = listeners[0].Read(payload);
        var context = new DeliveryContext(delivery, receivedAt, RepositoryOf(webhook, delivery), configs);
        foreach (var listener in listeners.Where(listener => listener.Always))
        {
            await TryAsync(context, () => listener.HandleAsync(webhook, context, cancellationToken));
        }

        var speakers = listeners.Where(listener => !listener.Always).ToList();
        if (speakers.Count > 0 && Subject.Of(webhook) is { } subject && webhook.Repository is { } repository)
        {
            var holds = true;
            await TryAsync(context, async () => holds = await refusals.HoldAsync(context, subject, repository.Archived, cancellationToken));
            speakers.RemoveAll(_ => holds);
        }

        foreach (var speaker in speakers)
        {
            await TryAsync(context, () => speaker.HandleAsync(webhook, context, cancellationToken));
        }

        return context;
    }

    // What GitHub refuses to one handler is no reason to forget what the others found out.
    private static async Task TryAsync(DeliveryContext context, Func<Task> handle)
    {
        try
        {
            await handle();
        }
        catch (GitHubRefusedException refusal)
        {
            context.Refused(refusal.Message);
        }
    }

    private static RepositoryRef? RepositoryOf(WebhookEvent webhook, Delivery delivery) =>
        webhook.Repository is { Owner.Login: { } owner, Name: { } name } repository ? new(delivery.InstallationId, repository.Id, owner, name) : null;
}
