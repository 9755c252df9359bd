namespace CommunityBot.RepositoryConfig.Yaml;

/// <summary>A piece of a YAML document and where it begins.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
internal abstract record YamlNode(int Line, int Column);
