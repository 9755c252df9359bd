using System.Collections.Concurrent;
using CommunityBot.GitHubSimulator.Answers;
using CommunityBot.GitHubSimulator.State;

namespace CommunityBot.GitHubSimulator;

/// <summary>An account. Its id stays when its login goes to somebody else.</summary>
public sealed record SimulatedUser(long Id, string Login, string Type)
{
    /// <summary>Whether the account is gone. What it did stays, and is nobody's.</summary>
    public bool Deleted { get; set; }
}

/// <summary>An installation of the App on an account.</summary>
public sealed record Installation(long Id, SimulatedUser Account, DateTimeOffset CreatedAt)
{
    public bool Suspended { get; set; }

    public bool Deleted { get; set; }

    /// <summary>What the App asks for, and is granted unless a test takes it away.</summary>
    public static IReadOnlyDictionary<string, string> Usual { get; } = new Dictionary<string, string>
    {
        ["checks"] = "write",
        ["contents"] = "read",
        ["discussions"] = "write",
        ["issues"] = "write",
        ["members"] = "read",
        ["metadata"] = "read",
        ["pull_requests"] = "write",
    };

    /// <summary>What the owner has granted: a permission, and <c>read</c> or <c>write</c>.</summary>
    public ConcurrentDictionary<string, string> Permissions { get; } = new(Usual);

    /// <summary>Whether a permission is granted, as in <c>contents=read</c>.</summary>
    internal bool May(string permission) =>
        permission.Split('=') is [var name, var access] && Permissions.TryGetValue(name, out var granted) && (granted == access || granted == "write");
}

/// <summary>A repository.</summary>
public sealed record SimulatedRepository(long Id, Installation Installation, bool IsPrivate)
{
    private readonly ConcurrentQueue<SimulatedCheckRun> _checkRuns = new();
    private readonly ConcurrentQueue<SimulatedRelease> _releases = new();
    private readonly ConcurrentQueue<SimulatedCategory> _categories = new();
    private readonly ConcurrentQueue<SimulatedCheckSuite> _checkSuites = new();
    private readonly ConcurrentDictionary<string, long> _suites = new();

    public Installation Installation { get; set; } = Installation;

    /// <summary>What it is a fork of.</summary>
    public SimulatedRepository? Parent { get; init; }

    public required SimulatedFiles Files { get; init; }

    public string DefaultBranch
    {
        get => Files.DefaultBranch;
        set => Files.DefaultBranch = value;
    }

    public required string Owner { get; set; }

    public required string Name { get; set; }

    public bool Archived { get; set; }

    public string FullName => $"{Owner}/{Name}";

    public ConcurrentDictionary<int, SimulatedItem> Items { get; } = new();

    /// <summary>Discussions, which are numbered together with the items.</summary>
    public ConcurrentDictionary<int, SimulatedItem> Discussions { get; } = new();

    public bool HasDiscussions { get; set; } = true;

    /// <summary>Categories of discussions, in the order in which they were made.</summary>
    public IReadOnlyCollection<SimulatedCategory> Categories => _categories;

    public void Add(SimulatedCategory category) => _categories.Enqueue(category);

    internal int LastNumber => Items.Count + Discussions.Count;

    /// <summary>Roles of accounts by id; who is not here has <c>read</c> where the repository is public, and <c>none</c> where it is not.</summary>
    public ConcurrentDictionary<long, string> Roles { get; } = new();

    /// <summary>Labels that there are, by their names in any case.</summary>
    public ConcurrentDictionary<string, SimulatedLabel> Labels { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The App's checks, in the order in which they were made.</summary>
    public IReadOnlyCollection<SimulatedCheckRun> CheckRuns => _checkRuns;

    public void Add(SimulatedCheckRun run) => _checkRuns.Enqueue(run);

    /// <summary>Checks by other Apps, in the order in which they were made.</summary>
    public IReadOnlyCollection<SimulatedCheckSuite> CheckSuites => _checkSuites;

    public void Add(SimulatedCheckSuite suite) => _checkSuites.Enqueue(suite);

    /// <summary>Releases, in the order in which they were made.</summary>
    public IReadOnlyCollection<SimulatedRelease> Releases => _releases;

    public void Add(SimulatedRelease release) => _releases.Enqueue(release);

    /// <summary>What GitHub has the checks of a commit in.</summary>
    internal long SuiteOf(string sha, Func<long> nextId) => _suites.GetOrAdd(sha, _ => nextId());
}

/// <summary>An issue, a pull request or a discussion.</summary>
public sealed partial record SimulatedItem(SimulatedRepository Repository, int Number, bool IsPullRequest)
{
    private readonly Roll<SimulatedComment> _comments = new();
    private readonly Roll<SimulatedComment> _lineComments = new();
    private readonly Roll<SimulatedReaction> _reactions = new();
    private readonly Roll<string> _labels = new();

    public required long Id { get; init; }

    public bool IsDiscussion { get; init; }

    /// <summary>What GraphQL knows it by.</summary>
    public string NodeId => Shapes.Node(IsDiscussion ? "D" : IsPullRequest ? "PR" : "I", Id);

    /// <summary>The comment that answers a discussion.</summary>
    public SimulatedComment? Answer { get; set; }

    public string State => ClosedAt is not null ? "closed" : Locked && IsDiscussion ? "locked" : "open";

    public required SimulatedUser? Author { get; init; }

    public required string Title { get; set; }

    public required string Body { get; init; }

    /// <summary>Where a discussion is.</summary>
    public SimulatedCategory? Category { get; init; }

    public required string Association { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public bool Draft { get; set; }

    /// <summary>When a draft was last made ready for review.</summary>
    public DateTimeOffset? ReadyAt { get; set; }

    /// <summary>Where a pull request comes from; null once that is deleted.</summary>
    public SimulatedRepository? HeadRepository { get; set; }

    public string HeadRef { get; init; } = "";

    public string HeadSha { get; set; } = "";

    public string BaseRef { get; set; } = "";

    public string BaseSha { get; set; } = "";

    /// <summary>Files that a pull request changes; found anew whenever one is put into it.</summary>
    public IReadOnlyList<SimulatedPullFile> Files { get; set; } = [];

    public bool Locked { get; set; }

    public bool Deleted { get; set; }

    public IReadOnlyList<SimulatedComment> Comments => _comments.All;

    /// <summary>Comments on lines of what a pull request changes.</summary>
    public IReadOnlyList<SimulatedComment> LineComments => _lineComments.All;

    public IReadOnlyList<SimulatedReaction> Reactions => _reactions.All;

    /// <summary>The names of the labels, in the order in which they were put on.</summary>
    public IReadOnlyList<string> Labels => _labels.All;

    /// <summary>Puts a label on, unless it is there already.</summary>
    public void Add(SimulatedLabel label) => _labels.Add(label.Name);

    /// <summary>Takes a label off.</summary>
    public void Remove(SimulatedLabel label) => _labels.Remove(label.Name);

    public void Add(SimulatedComment comment) => (comment.Path is null ? _comments : _lineComments).Add(comment);

    /// <summary>Takes a comment away; false if there is no such comment.</summary>
    public bool Remove(SimulatedComment comment) => _comments.Remove(comment);

    /// <summary>Adds a reaction; false if the account has reacted like that before.</summary>
    public bool Add(SimulatedReaction reaction) => _reactions.Add(reaction, reaction.IsLike);
}

/// <summary>A label of a repository.</summary>
public sealed record SimulatedLabel(long Id, string Name, string Color, string? Description);

/// <summary>A reaction.</summary>
public sealed record SimulatedReaction(long Id, SimulatedUser Author, string Content, DateTimeOffset CreatedAt)
{
    /// <summary>Whether the same account said the same by another.</summary>
    internal bool IsLike(SimulatedReaction other) => other.Content == Content && other.Author.Id == Author.Id;
}

/// <summary>A request that was answered, or broken off.</summary>
public sealed record LoggedRequest(string Method, string Path, string Query, long InstallationId, int Status, DateTimeOffset At);
