namespace CommunityBot.Messages;

/// <summary>What only some messages can speak of.</summary>
public sealed record MessageExtras
{
    /// <summary>Nothing.</summary>
    public static readonly MessageExtras None = new();

    /// <summary>The lists of people that a message can have. A template that speaks of another is refused.</summary>
    public static readonly IReadOnlyList<string> PeopleLists = ["confirmers", "newcomers", "contributors", "reviewers", "reporters", "mergers"];

    /// <summary>How many: <c>count</c>.</summary>
    public int? Count { get; init; }

    /// <summary>How many days something waits: <c>days</c>.</summary>
    public int? Days { get; init; }

    /// <summary>How many lines a pull request changes: <c>lines</c>.</summary>
    public int? Lines { get; init; }

    /// <summary>How many files a pull request changes: <c>files</c>.</summary>
    public int? Files { get; init; }

    /// <summary>How often its author did something since it was last looked at: <c>updates</c>.</summary>
    public int? Updates { get; init; }

    /// <summary>Whether its checks fail: <c>checks_fail</c>.</summary>
    public bool ChecksFail { get; init; }

    /// <summary>Whether its workflow runs wait for somebody's approval: <c>workflows_wait</c>.</summary>
    public bool WorkflowsWait { get; init; }

    /// <summary>Whether whoever wants to work on it can claim it: <c>can_claim</c>.</summary>
    public bool CanClaim { get; init; }

    /// <summary>Whether it does not seem to say where in the code to look: <c>lacks_place</c>.</summary>
    public bool LacksPlace { get; init; }

    /// <summary>Whether it does not seem to say how to know that it is done: <c>lacks_goal</c>.</summary>
    public bool LacksGoal { get; init; }

    /// <summary>Whether it does not seem to say how to try it: <c>lacks_trial</c>.</summary>
    public bool LacksTrial { get; init; }

    /// <summary>Login of who helps with it: <c>mentor</c>.</summary>
    public string? Mentor { get; init; }

    /// <summary>Login of who merges it: <c>merger</c>.</summary>
    public string? Merger { get; init; }

    /// <summary>Why, in the words of somebody else: <c>reason</c>.</summary>
    public string? Reason { get; init; }

    /// <summary>Issues to go on with: <c>good_first_issues</c>.</summary>
    public IReadOnlyList<MessageItem> GoodFirstIssues { get; init; } = [];

    /// <summary>What else it is about, each by its kind: the pull request that closed an issue, say.</summary>
    public IReadOnlyList<MessageItem> Related { get; init; } = [];

    /// <summary>Logins of people, by the name of the list that they are in, one of <see cref="PeopleLists"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> People { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
