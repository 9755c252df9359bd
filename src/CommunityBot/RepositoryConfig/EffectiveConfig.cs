using CommunityBot.RepositoryConfig.Keys;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.RepositoryConfig;

/// <summary>What is in force in a repository: defaults, the owner's file and the repository's, the nearer one key by key.</summary>
public sealed class EffectiveConfig
{
    /// <summary>The key by which a section is switched off with all moments in it.</summary>
    private const string Switch = "enabled";

    private readonly ConfigKeys _keys;

    private readonly Dictionary<Type, object> _sections = [];

    private readonly Dictionary<string, ConfigOrigin> _origins = [];

    private EffectiveConfig(ConfigKeys keys, IEnumerable<(ConfigOrigin Origin, ConfigFile File)> layers)
    {
        _keys = keys;
        var values = new Dictionary<string, object>();
        foreach (var (origin, file) in layers)
        {
            foreach (var (path, value) in file.Values)
            {
                (values[path], _origins[path]) = (value, origin);
            }
        }

        foreach (var (section, type) in keys.Sections)
        {
            _sections.Add(section.Settings, SettingsBuilder.Build(type, section.Path, values));
        }
    }

    /// <summary>Every key and its value, in the order in which they are documented.</summary>
    public IEnumerable<EffectiveValue> Values => _keys.Sections.SelectMany(own => List(Get(own.Section.Settings), own.Type, own.Section.Path));

    /// <summary>Lays files over the defaults.</summary>
    /// <param name="keys">The keys that there are.</param>
    /// <param name="owner">The file in the owner's <c>.github</c> repository, or null if there is none.</param>
    /// <param name="repository">The repository's file, or null if there is none.</param>
    /// <param name="welcomeBot">What the welcome bot's keys say; it counts where there is neither file.</param>
    public static EffectiveConfig Of(ConfigKeys keys, ConfigFile? owner = null, ConfigFile? repository = null, ConfigFile? welcomeBot = null)
    {
        var layers = new List<(ConfigOrigin, ConfigFile)>();
        AddTo(layers, ConfigOrigin.WelcomeBotFile, owner is null && repository is null ? welcomeBot : null);
        AddTo(layers, ConfigOrigin.OwnerFile, owner);
        AddTo(layers, ConfigOrigin.RepositoryFile, repository);
        return new(keys, layers);
    }

    /// <summary>The settings of a section.</summary>
    /// <exception cref="InvalidOperationException">No section has such settings.</exception>
    public TSettings Get<TSettings>()
        where TSettings : class => (TSettings)Get(typeof(TSettings));

    /// <summary>The settings of a moment, or null if the config says nothing about it.</summary>
    /// <param name="setting">The path of the moment's key.</param>
    public MomentSettings? Moment(string setting) => (
        from section in _keys.Sections
        let path = section.Section.Path
        where setting == path || setting.StartsWith($"{path}.", StringComparison.Ordinal)
        let settings = Get(section.Section.Settings)
        select (setting == path ? settings : section.Type.Find(setting[(path.Length + 1)..])?.Property?.GetValue(settings)) as MomentSettings).FirstOrDefault(found => found is not null);

    /// <summary>Whether what is at a path is switched on, and so is all that it is in.</summary>
    /// <param name="setting">The path of a moment's key or of a section; nothing switches off what has none.</param>
    public bool IsWanted(string setting) => _keys.Sections
        .Where(own => own.Section.Path.Length > 0 && $"{setting}.".StartsWith($"{own.Section.Path}.", StringComparison.Ordinal))
        .All(own => IsWanted(Get(own.Section.Settings), own.Type, setting[own.Section.Path.Length..].Split('.', StringSplitOptions.RemoveEmptyEntries)));

    // A name that is not found is that of another section with the same path.
    private static bool IsWanted(object settings, MappingType type, ReadOnlySpan<string> names) =>
        type.Find(Switch)?.Property?.GetValue(settings) is not false
        && (names is not [var name, .. var rest]
            || type.Find(name) is not { Property: { } property, Type: MappingType inner }
            || property.GetValue(settings) is not { } value
            || IsWanted(value, inner, rest));

    private static void AddTo(List<(ConfigOrigin Origin, ConfigFile File)> layers, ConfigOrigin origin, ConfigFile? file)
    {
        if (file is not null)
        {
            layers.Add((origin, file));
        }
    }

    private object Get(Type settings) => _sections.GetValueOrDefault(settings) ?? throw new InvalidOperationException($"No section of the config has {settings}.");

    private IEnumerable<EffectiveValue> List(object settings, MappingType type, string path)
    {
        foreach (var key in type.Keys)
        {
            var keyPath = path.Length == 0 ? key.Name : $"{path}.{key.Name}";
            var value = key.Property!.GetValue(settings);
            if (key.Type is not MappingType inner)
            {
                yield return new(keyPath, key.Type.Show(value), _origins.GetValueOrDefault(keyPath));
                continue;
            }

            foreach (var nested in List(value!, inner, keyPath))
            {
                yield return nested;
            }
        }
    }
}
