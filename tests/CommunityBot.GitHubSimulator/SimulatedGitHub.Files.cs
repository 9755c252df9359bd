using System.Text;
using CommunityBot.GitHubSimulator.State;

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

    /// <summary>Pushes a file to a pull request, and returns the commit's sha.</summary>
    public string PutFile(SimulatedItem pull, string path, string text) => Commit(pull, new Dictionary<string, string?> { [path] = text });

    /// <summary>Pushes changes of files to a pull request in one commit, and returns its sha. What has no text is deleted.</summary>
    public string Commit(SimulatedItem pull, IReadOnlyDictionary<string, string?> changes)
    {
        var (files, head) = (pull.Repository.Files, pull.HeadRepository ?? throw new InvalidOperationException("The pull request's repository is gone."));
        pull.HeadSha = Commit(head, changes, pull.HeadRef, $"{pull.Title} (#{pull.Number})", pull.Author);
        files.Point($"refs/pull/{pull.Number}/head", pull.HeadSha);
        pull.Files = Changes.Between(files.MergeBase(pull.BaseSha, pull.HeadSha)!.Files, files.Find(pull.HeadSha)!.Files);
        return pull.HeadSha;
    }

    /// <summary>Merges a pull request: what it changes is changed on its base. Returns the commit's sha.</summary>
    public string Merge(SimulatedItem pull)
    {
        var (files, head) = (pull.Repository.Files, pull.Repository.Files.Find(pull.HeadSha)!);
        var before = files.MergeBase(pull.BaseSha, pull.HeadSha)!;
        var changed = head.Files.Keys.Union(before.Files.Keys).Where(path => head.Files.GetValueOrDefault(path) != before.Files.GetValueOrDefault(path));
        pull.MergeSha = files.Commit(
            changed.ToDictionary(path => path, path => head.Files.GetValueOrDefault(path)), pull.BaseRef, $"Merge pull request #{pull.Number}", AddUser("owner")).Sha;
        pull.MergedAt = pull.ClosedAt = Time.GetUtcNow();
        return pull.MergeSha;
    }
}
