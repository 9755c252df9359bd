using CommunityBot.RepositoryConfig;

namespace CommunityBot.Cli;

/// <summary>A problem with a config on this machine.</summary>
/// <param name="Path">The file, as it was named.</param>
/// <param name="Problem">The problem.</param>
internal sealed record LocalProblem(string Path, ConfigProblem Problem)
{
    /// <summary>It in one line: <c>FILE:LINE:COLUMN: message</c>; without a place <c>FILE: message</c>.</summary>
    public override string ToString() => $"{Path}{(Problem.HasPlace ? $":{Problem.Line}:{Problem.Column}" : "")}: {Problem.Message}";
}
