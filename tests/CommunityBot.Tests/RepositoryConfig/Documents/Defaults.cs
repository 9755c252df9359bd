using CommunityBot.RepositoryConfig.Keys;

namespace CommunityBot.Tests.RepositoryConfig.Documents;

/// <summary>The values of keys where nothing is written.</summary>
internal static class Defaults
{
    /// <summary>The default of a key in a record; null for a section, or where nothing is known. Several records may have keys in one section, and then a key brings its own.</summary>
    public static object? Of(ConfigKey key, object? settings) =>
        key.Property is not { ReflectedType: { } own } || settings is null ? null
        : key.Property.GetValue(own.IsInstanceOfType(settings) ? settings : Activator.CreateInstance(own));
}
