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
    private readonly Dictionary<Type, object> _answers = [];

    /// <summary>The delivery.</summary>
    public Delivery Delivery { get; } = delivery;

    /// <summary>When the delivery was acknowledged.</summary>
    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    /// <summary>The repository that the delivery is about.</summary>
    /// <exception cref="JsonException">It is about none.</exception>
    public RepositoryRef Repository => repository ?? throw new JsonException("it has no repository");

    /// <summary>Why those stayed silent who could have spoken, in words that a person understands.</summary>
    public IReadOnlyList<string> Silences => Reasons;

    /// <summary>What GitHub refused, so that nothing comes of a part of it; null if it refused nothing.</summary>
    public string? Refusal { get; private set; }

    /// <summary>Whether anything is to be written.</summary>
    internal bool HasWrites => Writes.Count > 0;

    /// <summary>How it is to be written.</summary>
    internal WriteOrder Order => Writes.Exists(write => write.InTurn) ? WriteOrder.InTurn : WriteOrder.Usual;

    private List<(Func<Session, Task> Run, bool InTurn)> Writes { get; init; } = [];

    private List<string> Reasons { get; init; } = [];

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

    /// <summary>The same delivery as it concerns another repository; what is written and said of it is so of the delivery.</summary>
    public DeliveryContext In(RepositoryRef other) => new(Delivery, ReceivedAt, other, configs) { Writes = Writes, Reasons = Reasons };

    /// <summary>Adds a write.</summary>
    /// <param name="write">The write. It may run twice, and does nothing but database work.</param>
    /// <param name="inTurn">Whether it is <see cref="WriteOrder.InTurn"/>, and all that is written with it.</param>
    public void Write(Func<Session, Task> write, bool inTurn = false) => Writes.Add((write, inTurn));

    /// <summary>Tells why nothing is said. It is logged, and shown to whoever tries out what would be said.</summary>
    public void Silent(string why)
    {
        if (!Reasons.Contains(why))
        {
            Reasons.Add(why);
        }
    }

    /// <summary>Records that GitHub refused something: the repository or the installation is gone, or a permission was never given. Asking again changes nothing.</summary>
    public void Refused(string why) => Refusal ??= why;

    internal async Task WriteAllAsync(Session session)
    {
        foreach (var write in Writes)
        {
            await write.Run(session);
        }
    }
}
