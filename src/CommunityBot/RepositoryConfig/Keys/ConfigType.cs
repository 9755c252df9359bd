namespace CommunityBot.RepositoryConfig.Keys;

/// <summary>What the value of a key may be. The parser, the JSON Schema and the documentation are all made of it.</summary>
internal abstract class ConfigType
{
    /// <summary>It in the words of a problem.</summary>
    public abstract string Expects { get; }

    /// <summary>A value of it as a config would say it; empty for none.</summary>
    public abstract string Show(object? value);
}
