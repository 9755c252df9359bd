using System.Text.RegularExpressions;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator;

/// <summary>A category of a repository's discussions; in some of them a comment can be marked as the answer.</summary>
public sealed partial record SimulatedCategory(long Id, string Name, bool IsAnswerable)
{
    /// <summary>What GraphQL knows it by.</summary>
    public string NodeId => Shapes.Node("DIC", Id);

    public string Slug => NotInSlug().Replace(Name.ToLowerInvariant(), "-");

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex NotInSlug();
}
