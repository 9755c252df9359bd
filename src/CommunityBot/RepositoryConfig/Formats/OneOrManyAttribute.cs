namespace CommunityBot.RepositoryConfig.Formats;

/// <summary>On a list: a list of one may be written as that one.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class OneOrManyAttribute : Attribute;
