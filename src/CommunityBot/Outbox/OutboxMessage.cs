using System.Globalization;
using CommunityBot.GitHub;

namespace CommunityBot.Outbox;

/// <summary>What the bot wants to do on one occasion, as it is stored.</summary>
/// <param name="Moment">The moment's kind.</param>
/// <param name="Key">What the moment is once per; numeric ids, so that renames change nothing.</param>
/// <param name="Repository">Where.</param>
/// <param name="Effect">What is done, as <see cref="EffectCodec"/> writes it.</param>
/// <param name="DeliveryId">The delivery that led to it.</param>
public sealed record OutboxMessage(string Moment, string Key, RepositoryRef Repository, string Effect, string DeliveryId)
{
    /// <summary>How ids of messages begin; those of deliveries are GitHub's.</summary>
    public const string IdPrefix = "message-";

    /// <summary>What an operator knows the message of a row by.</summary>
    public static string IdOf(long seq) => string.Create(CultureInfo.InvariantCulture, $"{IdPrefix}{seq}");
}
