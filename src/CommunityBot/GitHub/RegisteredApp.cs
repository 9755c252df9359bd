namespace CommunityBot.GitHub;

/// <summary>An App as GitHub has it.</summary>
/// <param name="Id">Numeric id.</param>
/// <param name="Slug">Its name in addresses.</param>
/// <param name="Name">Its name.</param>
/// <param name="Owner">Login of the account that it belongs to.</param>
/// <param name="Permissions">What it asks for: a permission, and <c>read</c> or <c>write</c>.</param>
/// <param name="Events">What it is told of.</param>
public sealed record RegisteredApp(long Id, string Slug, string Name, string Owner, IReadOnlyDictionary<string, string> Permissions, IReadOnlyCollection<string> Events);
