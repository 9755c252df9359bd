using CommunityBot.GitHub;

namespace CommunityBot.Outbox;

/// <summary>What the bot wants to say on one occasion.</summary>
/// <param name="Moment">The moment's kind.</param>
/// <param name="Key">What the moment is once per; numeric ids, so that renames change nothing.</param>
/// <param name="Repository">Where.</param>
/// <param name="Number">On which issue or pull request.</param>
/// <param name="Body">The comment, marker included.</param>
/// <param name="Reaction">The reaction that goes with it, by GitHub's name, or null.</param>
/// <param name="DeliveryId">The delivery that led to it.</param>
public sealed record OutboxMessage(string Moment, string Key, RepositoryRef Repository, int Number, string Body, string? Reaction, string DeliveryId);
