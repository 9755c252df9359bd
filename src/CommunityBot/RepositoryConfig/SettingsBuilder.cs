using CommunityBot.RepositoryConfig.Keys;

namespace CommunityBot.RepositoryConfig;

/// <summary>Makes settings records of values.</summary>
internal static class SettingsBuilder
{
    /// <summary>A record with its defaults where there is no value.</summary>
    /// <param name="type">Its keys.</param>
    /// <param name="path">The path of the mapping that it holds.</param>
    /// <param name="values">Values by the path of their key.</param>
    public static object Build(MappingType type, string path, IReadOnlyDictionary<string, object> values) => Fill(Activator.CreateInstance(type.Settings!)!, type, path, values);

    private static object Fill(object settings, MappingType type, string path, IReadOnlyDictionary<string, object> values)
    {
        foreach (var key in type.Keys.Where(key => key.Property is not null))
        {
            var keyPath = path.Length == 0 ? key.Name : $"{path}.{key.Name}";
            if (key.Type is MappingType inner)
            {
                // What an initialiser made is this record's alone and can be filled; a required one has none.
                var nested = key.Property!.GetValue(settings) ?? Activator.CreateInstance(inner.Settings!)!;
                key.Property.SetValue(settings, Fill(nested, inner, keyPath, values));
            }
            else if (values.TryGetValue(keyPath, out var value))
            {
                key.Property!.SetValue(settings, value);
            }
        }

        return settings;
    }
}
