using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Keys;

namespace CommunityBot.RepositoryConfig;

/// <summary>Every key that a config may have: those of the sections that are registered. They are found out when first asked for, which takes too long for a start.</summary>
/// <param name="sections">The sections.</param>
/// <param name="moments">The moments, which know what they are said on.</param>
public sealed class ConfigKeys(IEnumerable<ConfigSection> sections, IEnumerable<Moment> moments)
{
    /// <summary>Sections that a later version will have. They may be written already, which is worth a notice and no failure.</summary>
    private static readonly string[] Planned =
    [
        "digest",
    ];

    private readonly Lazy<IReadOnlyList<(ConfigSection Section, MappingType Type)>> _sections = new(() => [.. sections.Select(section => (section, TypeOf(section)))]);

    private readonly Lazy<MappingType> _root = new(() => Together(sections));

    /// <summary>The sections, each with the keys of its own record and without sections inside it.</summary>
    internal IReadOnlyList<(ConfigSection Section, MappingType Type)> Sections => _sections.Value;

    /// <summary>The whole document.</summary>
    /// <exception cref="InvalidOperationException">Two sections have the same key.</exception>
    internal MappingType Root => _root.Value;

    /// <summary>Whether there is a key at a path.</summary>
    internal bool Has(string path)
    {
        ConfigType? type = Root;
        foreach (var name in path.Split('.'))
        {
            type = (type as MappingType)?.Find(name)?.Type;
        }

        return type is not null;
    }

    /// <summary>Whether a condition never holds: one about changed files, of a moment that is not said on a pull request.</summary>
    internal bool NeverHolds(string path) =>
        path.EndsWith("].when.path", StringComparison.Ordinal) && moments.Any(moment => moment.Subject != "pull_request" && path.StartsWith($"{moment.Setting}.variants[", StringComparison.Ordinal));

    private static MappingType TypeOf(ConfigSection section)
    {
        var type = new MappingType();
        type.Add(section.Settings);
        return type;
    }

    private static MappingType Together(IEnumerable<ConfigSection> sections)
    {
        var root = new MappingType();
        foreach (var section in sections)
        {
            MappingAt(root, section.Path.Split('.', StringSplitOptions.RemoveEmptyEntries)).Add(section.Settings);
        }

        foreach (var name in Planned)
        {
            MappingAt(root, name.Split('.'));
        }

        return root;
    }

    private static MappingType MappingAt(MappingType root, IEnumerable<string> path)
    {
        var mapping = root;
        foreach (var name in path)
        {
            if (mapping.Find(name) is null)
            {
                mapping.Add(new ConfigKey(name, new MappingType()));
            }

            mapping = mapping.Find(name)!.Type as MappingType ?? throw new InvalidOperationException($"Two settings have the key {name}.");
        }

        return mapping;
    }
}
