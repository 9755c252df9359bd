namespace CommunityBot.Messages;

/// <summary>What only some messages can speak of.</summary>
public sealed record MessageExtras
{
    /// <summary>Nothing.</summary>
    public static readonly MessageExtras None = new();

    /// <summary>The lists of people that a message can have. A template that speaks of another is refused.</summary>
    public static readonly IReadOnlyList<string> PeopleLists = ["confirmers", "newcomers", "contributors", "reviewers", "reporters"];

    /// <summary>How many: <c>count</c>.</summary>
    public int? Count { get; init; }

    /// <summary>Issues to go on with: <c>good_first_issues</c>.</summary>
    public IReadOnlyList<MessageItem> GoodFirstIssues { get; init; } = [];

    /// <summary>What else it is about, each by its kind: the pull request that closed an issue, say.</summary>
    public IReadOnlyList<MessageItem> Related { get; init; } = [];

    /// <summary>Logins of people, by the name of the list that they are in, one of <see cref="PeopleLists"/>.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> People { get; init; } = new Dictionary<string, IReadOnlyList<string>>();
}
