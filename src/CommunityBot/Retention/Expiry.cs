using CommunityBot.Hosting;

namespace CommunityBot.Retention;

/// <summary>What goes after a time.</summary>
/// <param name="Find">Finds the keys of what is older than <c>@0</c>, the oldest first and <c>@1</c> of them at most.</param>
/// <param name="Drop">Drops one, by the columns of its key as <c>@0</c> and so on. It does no harm to what was dropped or used again meanwhile.</param>
/// <param name="After">After how long.</param>
public sealed record Expiry(string Find, string Drop, Func<StorageOptions, TimeSpan> After);
