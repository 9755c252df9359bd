using CommunityBot.GitHub;

namespace CommunityBot.Features.Nudges.Facts;

/// <summary>How a pull request stood at a time. Of two the later counts.</summary>
/// <param name="UpdatedAt">The time.</param>
/// <param name="Author">Who opened it.</param>
/// <param name="Association">What GitHub called the author in the repository.</param>
/// <param name="OpenedAt">When it was opened.</param>
public sealed record PullSnapshot(DateTimeOffset UpdatedAt, Account Author, string Association, DateTimeOffset OpenedAt)
{
    /// <summary>Whether it is open.</summary>
    public bool IsOpen { get; init; } = true;

    /// <summary>Whether it is a draft.</summary>
    public bool IsDraft { get; init; }

    /// <summary>Whether its conversation is locked.</summary>
    public bool IsLocked { get; init; }

    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";

    /// <summary>Its page.</summary>
    public string Url { get; init; } = "";

    /// <summary>Its last commit.</summary>
    public string HeadSha { get; init; } = "";

    /// <summary>Names of its labels.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>People who are asked for a review.</summary>
    public IReadOnlyList<Account> Reviewers { get; init; } = [];

    /// <summary>Teams that are asked for a review, as <c>organization/team</c>.</summary>
    public IReadOnlyList<string> Teams { get; init; } = [];

    /// <summary>
    /// The later of two. GitHub tells the time in seconds, and within one things are added rather than taken away; what is still alike is put in order by what it says, so that the order of telling makes no difference.
    /// </summary>
    public static PullSnapshot Later(PullSnapshot one, PullSnapshot other) => Compare(one, other) >= 0 ? one : other;

    private static int Compare(PullSnapshot one, PullSnapshot other)
    {
        var order = (one.UpdatedAt, !one.IsOpen, one.Count).CompareTo((other.UpdatedAt, !other.IsOpen, other.Count));
        return order != 0 ? order : string.CompareOrdinal(FactsCodec.Write(one), FactsCodec.Write(other));
    }

    private int Count => Labels.Count + Reviewers.Count + Teams.Count;
}
