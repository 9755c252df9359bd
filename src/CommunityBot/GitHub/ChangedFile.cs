namespace CommunityBot.GitHub;

/// <summary>A file that a pull request changed.</summary>
/// <param name="Path">Its path afterwards; of a file that was removed the one that it had.</param>
/// <param name="IsModified">Whether it is there before and after under the same name: neither added, copied or renamed nor removed.</param>
public sealed record ChangedFile(string Path, bool IsModified)
{
    /// <summary>Its path before, which is another one if it was renamed.</summary>
    public string FormerPath { get; init; } = Path;

    /// <summary>
    /// What changed in it, as a unified diff without its first two lines; null where that was not asked for, and where
    /// <see href="https://docs.github.com/rest/pulls/pulls#list-pull-requests-files">GitHub leaves it out</see>: it is no text, or much.
    /// </summary>
    public string? Patch { get; init; }
}
