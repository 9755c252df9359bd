using System.Text.Json;
using CommunityBot.GitHub;
using CommunityBot.Storage;

namespace CommunityBot.Inbox;

/// <summary>
/// What handlers know of the delivery in hand, and what they want written: all of it in one transaction with the delivery's completion, or nothing.
/// </summary>
/// <param name="delivery">The delivery.</param>
/// <param name="receivedAt">When it was acknowledged.</param>
/// <param name="repository">The repository it is about, if it is about one.</param>
public sealed class DeliveryContext(Delivery delivery, DateTimeOffset receivedAt, RepositoryRef? repository)
{
    private readonly List<Func<Session, Task>> _writes = [];

    /// <summary>The delivery.</summary>
    public Delivery Delivery { get; } = delivery;

    /// <summary>When the delivery was acknowledged.</summary>
    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    /// <summary>The repository that the delivery is about.</summary>
    /// <exception cref="JsonException">It is about none.</exception>
    public RepositoryRef Repository => repository ?? throw new JsonException("it has no repository");

    /// <summary>Adds a write. It may run twice, and does nothing but database work.</summary>
    public void Write(Func<Session, Task> write) => _writes.Add(write);

    internal async Task WriteAllAsync(Session session)
    {
        foreach (var write in _writes)
        {
            await write(session);
        }
    }
}
