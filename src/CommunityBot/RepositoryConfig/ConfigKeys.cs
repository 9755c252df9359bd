using CommunityBot.RepositoryConfig.Keys;

namespace CommunityBot.RepositoryConfig;

/// <summary>Every key that a config may have: those of the sections that are registered.</summary>
public sealed class ConfigKeys
{
    /// <summary>Sections that a later version will have. They may be written already, which is worth a notice and no failure.</summary>
    private static readonly string[] Planned = ["thanks", "nudges", "mentoring", "kudos", "digest"];

    private readonly Dictionary<ConfigSection, MappingType> _sections;

    /// <summary>Puts the sections together.</summary>
    /// <exception cref="InvalidOperationException">Two sections have the same key.</exception>
    public ConfigKeys(IEnumerable<ConfigSection> sections)
    {
        Sections = [.. sections];
        _sections = Sections.ToDictionary(section => section, TypeOf);
        foreach (var section in Sections)
        {
            MappingAt(section.Path.Split('.', StringSplitOptions.RemoveEmptyEntries)).Add(section.Settings);
        }

        foreach (var name in Planned)
        {
            MappingAt([name]);
        }
    }

    /// <summary>The sections.</summary>
    internal IReadOnlyList<ConfigSection> Sections { get; }

    /// <summary>The whole document.</summary>
    internal MappingType Root { get; } = new();

    /// <summary>The keys of a section's own record, without sections inside it.</summary>
    internal MappingType Of(ConfigSection section) => _sections[section];

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

    private static MappingType TypeOf(ConfigSection section)
    {
        var type = new MappingType();
        type.Add(section.Settings);
        return type;
    }

    private MappingType MappingAt(IEnumerable<string> path)
    {
        var mapping = Root;
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
