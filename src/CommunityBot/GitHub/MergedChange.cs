namespace CommunityBot.GitHub;

/// <summary>What a merged pull request brought.</summary>
/// <param name="Messages">Messages of its commits, and of what it was merged as.</param>
/// <param name="Files">What it changed; of a large one the first hundred files.</param>
/// <param name="Issues">Issues of the same repository that it closes.</param>
public sealed record MergedChange(IReadOnlyList<string> Messages, IReadOnlyList<ChangedFile> Files, IReadOnlyList<ClosedIssue> Issues)
{
    /// <summary>A change of which nothing is known.</summary>
    public static readonly MergedChange Unknown = new([], [], []);
}

/// <summary>An issue that a pull request closes when it is merged.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">Its title.</param>
/// <param name="Url">Its page.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="IsClosed">Whether it is closed by now, which GitHub may do a moment after the merge.</param>
/// <param name="IsDropped">Whether it was closed for another reason than that it is done.</param>
/// <param name="IsLocked">Whether its conversation is locked.</param>
/// <param name="Labels">Names of its labels.</param>
/// <param name="Author">Who opened it, if that is a person.</param>
/// <param name="Association">What GitHub says the author is to the repository.</param>
/// <param name="Commenters">People who wrote there, each once, with what GitHub says they are to the repository; of a long conversation those of the last twenty comments.</param>
public sealed record ClosedIssue(
    int Number, string Title, string Url, DateTimeOffset OpenedAt, bool IsClosed, bool IsDropped, bool IsLocked, IReadOnlyList<string> Labels, Account? Author, string Association,
    IReadOnlyList<(Account Account, string Association)> Commenters);
