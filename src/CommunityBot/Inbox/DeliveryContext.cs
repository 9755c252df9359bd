using System.Text.Json;
using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig;
using CommunityBot.Storage;

namespace CommunityBot.Inbox;

/// <summary>
/// What handlers know of the delivery in hand, and what they want written: all of it in one transaction with the delivery's completion, or nothing.
/// </summary>
/// <param name="delivery">The delivery.</param>
/// <param name="receivedAt">When it was acknowledged.</param>
/// <param name="repository">The repository it is about, if it is about one.</param>
/// <param name="configs">Knows the repository's config.</param>
public sealed class DeliveryContext(Delivery delivery, DateTimeOffset receivedAt, RepositoryRef? repository, IConfigSource configs)
{
    private readonly List<Func<Session, Task>> _writes = [];

    private readonly Dictionary<Type, object> _answers = [];

    private readonly List<string> _silences = [];

    /// <summary>The delivery.</summary>
    public Delivery Delivery { get; } = delivery;

    /// <summary>When the delivery was acknowledged.</summary>
    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    /// <summary>The repository that the delivery is about.</summary>
    /// <exception cref="JsonException">It is about none.</exception>
    public RepositoryRef Repository => repository ?? throw new JsonException("it has no repository");

    /// <summary>What is in force in the repository.</summary>
    public Task<EffectiveConfig> ConfigAsync(CancellationToken cancellationToken) => OnceAsync(() => configs.OfAsync(Repository, cancellationToken).AsTask());

    /// <summary>Asks what several handlers of the delivery want to know, once. The type of the answer says what was asked.</summary>
    public async Task<T> OnceAsync<T>(Func<Task<T>> ask)
        where T : class
    {
        if (!_answers.TryGetValue(typeof(T), out var answer))
        {
            _answers.Add(typeof(T), answer = await ask());
        }

        return (T)answer;
    }

    /// <summary>Adds a write. It may run twice, and does nothing but database work.</summary>
    public void Write(Func<Session, Task> write) => _writes.Add(write);

    /// <summary>Why those stayed silent who could have spoken, in words that a person understands.</summary>
    public IReadOnlyList<string> Silences => _silences;

    /// <summary>Tells why nothing is said. It is logged, and shown to whoever tries out what would be said.</summary>
    public void Silent(string why)
    {
        if (!_silences.Contains(why))
        {
            _silences.Add(why);
        }
    }

    internal async Task WriteAllAsync(Session session)
    {
        foreach (var write in _writes)
        {
            await write(session);
        }
    }
}
