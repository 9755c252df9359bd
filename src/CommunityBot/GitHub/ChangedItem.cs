using System.Text.Json;

namespace CommunityBot.GitHub;

/// <summary>An issue or a pull request that changed.</summary>
/// <param name="UpdatedAt">When it last did.</param>
/// <param name="Author">Who opened it; null if that is a bot, or nobody any more.</param>
/// <param name="Item">What is known of it; null where nobody is its author.</param>
/// <param name="Body">All that GitHub says of it, as an issue.</param>
public sealed record ChangedItem(DateTimeOffset UpdatedAt, Account? Author, AuthoredItem? Item, JsonElement Body);
