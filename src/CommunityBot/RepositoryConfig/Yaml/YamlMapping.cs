namespace CommunityBot.RepositoryConfig.Yaml;

/// <summary>Keys with values, in the order in which they are written; a key may be there twice.</summary>
internal sealed record YamlMapping(IReadOnlyList<(YamlScalar Key, YamlNode Value)> Entries, int Line, int Column) : YamlNode(Line, Column);
