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
    public string PutFile(SimulatedItem pull, string path, string text, string? message = null) =>
        Commit(pull, new Dictionary<string, string?> { [path] = text }, message);

    /// <summary>Pushes changes of files to a pull request in one commit, and returns its sha. What has no text is deleted.</summary>
    public string Commit(SimulatedItem pull, IReadOnlyDictionary<string, string?> changes, string? message = null, SimulatedUser? author = null)
    {
        var (files, head) = (pull.Repository.Files, pull.HeadRepository ?? throw new InvalidOperationException("The pull request's repository is gone."));
        pull.HeadSha = Commit(head, changes, pull.HeadRef, message ?? $"{pull.Title} (#{pull.Number})", author ?? pull.Author);
        files.Point($"refs/pull/{pull.Number}/head", pull.HeadSha);
        pull.Files = Changes.Between(files.MergeBase(pull.BaseSha, pull.HeadSha)!.Files, files.Find(pull.HeadSha)!.Files);
        return pull.HeadSha;
    }

    /// <summary>
    /// Merges a pull request, as the owner if nobody is named: what it changes is changed on its base, in one commit by its author. If that is the default branch, the
    /// issues that it closes are closed. Returns the commit's sha.
    /// </summary>
    public string Merge(SimulatedItem pullRequest, SimulatedUser? by = null, string? message = null)
    {
        var (files, head) = (pullRequest.Repository.Files, pullRequest.Repository.Files.Find(pullRequest.HeadSha)!);
        var before = files.MergeBase(pullRequest.BaseSha, pullRequest.HeadSha)!;
        var changed = head.Files.Keys.Union(before.Files.Keys).Where(path => head.Files.GetValueOrDefault(path) != before.Files.GetValueOrDefault(path));
        pullRequest.MergeSha = files.Commit(
            changed.ToDictionary(path => path, path => head.Files.GetValueOrDefault(path)), pullRequest.BaseRef, message ?? MergeMessage(pullRequest), pullRequest.Author).Sha;
        pullRequest.MergedBy = by ?? AddUser("owner");
        Close(pullRequest, pullRequest.MergedBy);
        pullRequest.MergedAt = pullRequest.ClosedAt;
        if (pullRequest.BaseRef == pullRequest.Repository.DefaultBranch)
        {
            foreach (var issue in pullRequest.Closes.Where(issue => issue.ClosedAt is null))
            {
                Close(issue, pullRequest.MergedBy);
            }
        }

        return pullRequest.MergeSha;
    }

    private static string MergeMessage(SimulatedItem pull) =>
        $"Merge pull request #{pull.Number} from {(pull.HeadRepository ?? pull.Repository).Owner}/{pull.HeadRef}\n\n{pull.Title}";
}
