using CommunityBot.RepositoryConfig.Yaml;

namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>Reads <see href="https://www.kubernetes.dev/docs/guide/owners/">OWNERS and OWNERS_ALIASES</see>, which are YAML.</summary>
internal static class OwnersFile
{
    /// <summary>Who is named in an OWNERS file, for all that is below it or for some; null if it cannot be read.</summary>
    public static IReadOnlyList<NamedOwner>? Read(string text) => YamlReader.Read(text, out var refusal) is var root && refusal is not null ? null :
    [
        .. from part in Below(root, "filters").Select(filter => filter.Value).Prepend(root).OfType<YamlMapping>()
           from list in part.Entries
           where list.Key.Text is "approvers" or "reviewers" || Former.IsMeantBy(list.Key.Text)
           from owner in Named(list)
           select owner,
    ];

    /// <summary>Who is named in OWNERS_ALIASES; null if it cannot be read.</summary>
    public static IReadOnlyList<NamedOwner>? ReadAliases(string text) =>
        YamlReader.Read(text, out var refusal) is var root && refusal is not null ? null : [.. Below(root, "aliases").SelectMany(Named)];

    /// <summary>What OWNERS_ALIASES calls lists of people. In OWNERS files that stands like a login, and is none.</summary>
    public static IEnumerable<string> AliasNames(string text) => Below(YamlReader.Read(text, out _), "aliases").Select(alias => alias.Key.Text);

    private static IEnumerable<(YamlScalar Key, YamlNode Value)> Below(YamlNode? root, string key) =>
        (root as YamlMapping)?.Entries.Where(entry => entry.Key.Text == key).Select(entry => entry.Value).OfType<YamlMapping>().SelectMany(mapping => mapping.Entries) ?? [];

    private static IEnumerable<NamedOwner> Named((YamlScalar Key, YamlNode Value) list) =>
        from item in (list.Value as YamlList)?.Items.OfType<YamlScalar>() ?? []
        where Logins.IsLogin(item.Text)
        select new NamedOwner(item.Text, Former.IsMeantBy(list.Key.Text));
}
