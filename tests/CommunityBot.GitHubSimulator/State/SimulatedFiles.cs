using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text;
using CommunityBot.GitHubSimulator.State;

namespace CommunityBot.GitHubSimulator;

/// <summary>A commit, with all files as they are after it.</summary>
public sealed record SimulatedCommit(
    string Sha, string Tree, string? Parent, string Message, SimulatedUser? Author, DateTimeOffset At, ImmutableSortedDictionary<string, byte[]> Files);

/// <summary>The files of a repository, in all their commits. A fork has its own branches, and commits in common.</summary>
public sealed class SimulatedFiles
{
    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, SimulatedCommit> _commits;
    private readonly ConcurrentDictionary<string, string> _refs = new();
    private string _defaultBranch = "main";

    /// <summary>Of a new repository, with a first commit that holds nothing.</summary>
    public SimulatedFiles(TimeProvider time)
    {
        (_time, _commits) = (time, new());
        Add("main", parent: null, ImmutableSortedDictionary.Create<string, byte[]>(StringComparer.Ordinal), "Begin", author: null);
    }

    /// <summary>Of a fork.</summary>
    public SimulatedFiles(SimulatedFiles parent) => (_time, _commits, _refs, _defaultBranch) =
        (parent._time, parent._commits, new(parent._refs.Where(entry => entry.Key.StartsWith("refs/heads/", StringComparison.Ordinal))), parent._defaultBranch);

    /// <summary>The default branch; one that is not there yet begins where the last one is.</summary>
    public string DefaultBranch
    {
        get => _defaultBranch;
        set
        {
            _refs.TryAdd($"refs/heads/{value}", Head.Sha);
            _defaultBranch = value;
        }
    }

    /// <summary>The last commit of the default branch.</summary>
    public SimulatedCommit Head => Find(null)!;

    /// <summary>A file of the default branch. To set it makes a commit; with null, one that deletes it.</summary>
    public string? this[string path]
    {
        get => Head.Files.TryGetValue(path, out var content) ? Encoding.UTF8.GetString(content) : null;
        set => Commit(new Dictionary<string, byte[]?> { [path] = value is null ? null : Encoding.UTF8.GetBytes(value) });
    }

    /// <summary>A commit, by its sha or by a ref in any of its forms; the default branch's last one for null.</summary>
    public SimulatedCommit? Find(string? reference)
    {
        var name = string.IsNullOrEmpty(reference) || reference == "HEAD" ? $"refs/heads/{DefaultBranch}" : reference;
        var sha = new[] { name, $"refs/{name}", $"refs/tags/{name}", $"refs/heads/{name}" }
            .Select(candidate => _refs.GetValueOrDefault(candidate)).FirstOrDefault(found => found is not null);
        return _commits.GetValueOrDefault(sha ?? name);
    }

    /// <summary>Changes files in one commit, on the default branch if none is named. What has no content is deleted.</summary>
    public SimulatedCommit Commit(IReadOnlyDictionary<string, byte[]?> changes, string? branch = null, string? message = null, SimulatedUser? author = null)
    {
        lock (_lock)
        {
            var parent = Find($"refs/heads/{branch ?? DefaultBranch}") ?? Head;
            var files = parent.Files.RemoveRange(changes.Keys).AddRange(changes.Where(change => change.Value is not null).Select(change => KeyValuePair.Create(change.Key, change.Value!)));
            return Add(branch ?? DefaultBranch, parent.Sha, files, message ?? $"Change {string.Join(", ", changes.Keys)}", author);
        }
    }

    /// <summary>Points a ref, by its full name, to a commit; away from all if that is null.</summary>
    public void Point(string reference, string? sha)
    {
        if (sha is null)
        {
            _refs.TryRemove(reference, out _);
        }
        else
        {
            _refs[reference] = sha;
        }
    }

    /// <summary>The commits that one has and another does not, oldest first.</summary>
    internal IReadOnlyList<SimulatedCommit> Between(string? before, string after)
    {
        var known = Line(before).Select(commit => commit.Sha).ToHashSet();
        return [.. Line(after).TakeWhile(commit => !known.Contains(commit.Sha)).Reverse()];
    }

    /// <summary>The last commit that two have in common.</summary>
    internal SimulatedCommit? MergeBase(string one, string other)
    {
        var known = Line(one).Select(commit => commit.Sha).ToHashSet();
        return Line(other).FirstOrDefault(commit => known.Contains(commit.Sha));
    }

    private IEnumerable<SimulatedCommit> Line(string? sha)
    {
        for (; sha is not null && _commits.TryGetValue(sha, out var commit); sha = commit.Parent)
        {
            yield return commit;
        }
    }

    private SimulatedCommit Add(string branch, string? parent, ImmutableSortedDictionary<string, byte[]> files, string message, SimulatedUser? author)
    {
        var (tree, now) = (GitObjects.Tree(files), _time.GetUtcNow());
        var commit = new SimulatedCommit(GitObjects.Commit(tree, parent, author?.Login ?? "owner", now, message), tree, parent, message, author, now, files);
        _commits[commit.Sha] = commit;
        _refs[$"refs/heads/{branch}"] = commit.Sha;
        return commit;
    }
}
