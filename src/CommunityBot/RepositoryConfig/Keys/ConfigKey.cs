using System.Reflection;

namespace CommunityBot.RepositoryConfig.Keys;

/// <summary>A key of a mapping.</summary>
/// <param name="Name">Its name, as it is written.</param>
/// <param name="Type">What its value may be.</param>
/// <param name="Property">The property of the record that holds the value, or null for a section.</param>
/// <param name="IsRequired">Whether the mapping means nothing without it.</param>
internal sealed record ConfigKey(string Name, ConfigType Type, PropertyInfo? Property = null, bool IsRequired = false)
{
    /// <summary>Whether only a later version will know what to do with it.</summary>
    public bool IsPlanned => Type is MappingType { Settings: null, Keys.Count: 0 };
}
