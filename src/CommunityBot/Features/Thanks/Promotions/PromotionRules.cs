namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>Who is promoted, and to what.</summary>
public static class PromotionRules
{
    /// <summary>What somebody is who was added to the repository.</summary>
    public const string Collaborator = "collaborator";

    /// <summary>What the config says of promotions, or null if it wants nothing said of them.</summary>
    public static ThanksMomentSettings? Wanted(ThanksSettings settings) => settings is { Enabled: true, Promotion.Enabled: true } ? settings.Promotion : null;

    /// <summary>
    /// Who stands in an added line and is named there, each once with the strongest role. Whoever was named before, were it as somebody who has left, is not new: lists are sorted,
    /// split and moved.
    /// </summary>
    /// <param name="changes">The changes of files.</param>
    /// <param name="before">Who was named before.</param>
    public static IReadOnlyList<NewOwner> NewOwners(IEnumerable<OwnerChange> changes, IEnumerable<NamedOwner> before)
    {
        var known = before.Select(owner => owner.Login).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return
        [
            .. changes.OrderBy(change => change.Role)
                .SelectMany(change => Added(change).Select(owner => new NewOwner(owner.Login, change.Role)))
                .Where(owner => !known.Contains(owner.Login))
                .DistinctBy(owner => owner.Login, StringComparer.OrdinalIgnoreCase),
        ];
    }

    /// <summary>What a promotion is once per: the person, the repository and the role.</summary>
    public static string Key(long repositoryId, long personId, string role) => $"{repositoryId}-{personId}-{role}";

    /// <summary>A role in a file, as it stands in a key.</summary>
    public static string Name(PromotionRole role) => $"{role}".ToLowerInvariant();

    /// <summary>That somebody is in a team, as it stands in a key.</summary>
    public static string Team(long id) => $"team-{id}";

    private static IEnumerable<NamedOwner> Added(OwnerChange change)
    {
        var added = change.Patch.Split('\n').Where(line => line.StartsWith('+')).SelectMany(Logins.WordsIn).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return change.Owners.Where(owner => !owner.IsFormer && added.Contains(owner.Login));
    }
}
