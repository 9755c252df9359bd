namespace CommunityBot.GitHubSimulator;

/// <summary>A file that a pull request changes.</summary>
/// <param name="Filename">Its path.</param>
/// <param name="Status"><c>added</c>, <c>removed</c>, <c>modified</c>, <c>renamed</c>, <c>copied</c>, <c>changed</c> or <c>unchanged</c>.</param>
public sealed record SimulatedPullFile(string Filename, string Status = "modified")
{
    /// <summary>Its path before it was renamed.</summary>
    public string? PreviousFilename { get; init; }

    public int Additions { get; init; }

    public int Deletions { get; init; }

    /// <summary>What changed; GitHub leaves it out of files that are no text, and where it is long.</summary>
    public string? Patch { get; init; }

    public string Sha { get; init; } = "bbcd538c8e72b8c175046e27cc8f907076331401";
}
