namespace CommunityBot.RepositoryConfig;

/// <summary>What a config file says: the valid part of it, and what is wrong with the rest.</summary>
/// <param name="Values">The values that were written, by the path of their key. Lists are values, mappings are not.</param>
/// <param name="Problems">What is wrong, from the top of the file to its end.</param>
/// <param name="IsRefused">Whether the file is refused whole: it says nothing, and what was in force before stays so.</param>
public sealed record ConfigFile(IReadOnlyDictionary<string, object> Values, IReadOnlyList<ConfigProblem> Problems, bool IsRefused)
{
    /// <summary>Whether nothing that was written is without effect.</summary>
    public bool IsValid => Problems.All(problem => problem.Severity != ProblemSeverity.Error);

    /// <summary>A file that is refused whole.</summary>
    internal static ConfigFile Refused(ConfigProblem problem) => new(new Dictionary<string, object>(), [problem], IsRefused: true);
}
