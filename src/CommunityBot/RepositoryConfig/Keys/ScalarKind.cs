namespace CommunityBot.RepositoryConfig.Keys;

/// <summary>What a single value is to YAML 1.2 and to JSON.</summary>
internal enum ScalarKind
{
    /// <summary>Nothing.</summary>
    Null,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A whole number.</summary>
    Integer,

    /// <summary>A number with a fraction.</summary>
    Number,

    /// <summary>A text.</summary>
    Text,
}
