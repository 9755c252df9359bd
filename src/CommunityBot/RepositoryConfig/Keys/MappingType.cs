namespace CommunityBot.RepositoryConfig.Keys;

/// <summary>Keys with values.</summary>
internal sealed class MappingType : ConfigType
{
    private readonly List<ConfigKey> _keys = [];

    /// <summary>The record that holds the values, or null for a section that no feature of this version registered.</summary>
    public Type? Settings { get; private set; }

    /// <summary>The keys, in the order in which they are documented.</summary>
    public IReadOnlyList<ConfigKey> Keys => _keys;

    /// <summary>How many of them there are at least.</summary>
    public int Least { get; init; }

    public override string Expects => "keys with values";

    /// <summary>The key of a name.</summary>
    public ConfigKey? Find(string name) => _keys.Find(key => key.Name == name);

    /// <summary>Adds a key.</summary>
    /// <exception cref="InvalidOperationException">There is one of its name.</exception>
    public void Add(ConfigKey key)
    {
        if (Find(key.Name) is not null)
        {
            throw new InvalidOperationException($"Two settings have the key {key.Name}.");
        }

        _keys.Add(key);
    }

    /// <summary>Adds the keys of a record.</summary>
    public void Add(Type settings)
    {
        Settings = settings;
        ConfigTypes.KeysOf(settings).ForEach(Add);
    }

    public override string Show(object? value) => "";
}
