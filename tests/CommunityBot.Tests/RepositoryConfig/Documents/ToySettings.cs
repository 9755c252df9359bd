using CommunityBot.RepositoryConfig.Formats;

namespace CommunityBot.Tests.RepositoryConfig.Documents;

/// <summary>Toys.</summary>
public sealed record ToySettings
{
    /// <summary>What is played with.</summary>
    /// <example>hooray</example>
    [Reaction]
    public string KindOfToy { get; init; } = "heart";
}
