using System.Text;

namespace CommunityBot.GitHubSimulator;

/// <summary>What people do with files.</summary>
public sealed partial class SimulatedGitHub
{
    /// <summary>Writes a file in a commit of its own, and returns the commit's sha. A branch that is not there yet begins at the default branch.</summary>
    public string PutFile(SimulatedRepository repository, string path, string text, string? branch = null, SimulatedUser? author = null) =>
        Commit(repository, new Dictionary<string, string?> { [path] = text }, branch, author: author);

    /// <summary>Deletes a file in a commit of its own, and returns the commit's sha.</summary>
    public string DeleteFile(SimulatedRepository repository, string path, string? branch = null, SimulatedUser? author = null) =>
        Commit(repository, new Dictionary<string, string?> { [path] = null }, branch, author: author);

    /// <summary>Changes files in one commit, and returns its sha. What has no text is deleted.</summary>
    public string Commit(
        SimulatedRepository repository, IReadOnlyDictionary<string, string?> changes, string? branch = null, string? message = null, SimulatedUser? author = null) =>
        repository.Files.Commit(
            changes.ToDictionary(change => change.Key, change => change.Value is null ? null : Encoding.UTF8.GetBytes(change.Value)),
            branch, message, author ?? AddUser("owner")).Sha;
}
