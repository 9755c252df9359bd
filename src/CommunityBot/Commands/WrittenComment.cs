using CommunityBot.GitHub;

namespace CommunityBot.Commands;

/// <summary>A comment that somebody wrote or edited.</summary>
/// <param name="Author">Who wrote it.</param>
/// <param name="Association">What GitHub calls the author in the repository.</param>
/// <param name="Item">What it stands on.</param>
/// <param name="Place">The comment.</param>
/// <param name="Url">Its page.</param>
/// <param name="Body">Its text.</param>
public sealed record WrittenComment(Account Author, string Association, CommandItem Item, CommentPlace Place, string Url, string Body)
{
    /// <summary>When it was written; of an edit, when that was.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the comment with which its thread begins, if it stands on a line of a pull request.</summary>
    public long? Thread { get; init; }

    /// <summary>Whether this is an edit.</summary>
    public bool IsEdit { get; init; }

    /// <summary>The text before an edit; null if the edit left it as it was.</summary>
    public string? FormerBody { get; init; }

    /// <summary>The comment by a name that stays and that no other one has.</summary>
    public string Key => $"{Place.Kind.ToString().ToLowerInvariant()}-{Place.Id}";

    /// <summary>The lines that are new with it.</summary>
    public IReadOnlyList<CommandLine> NewLines => !IsEdit ? CommandLines.Of(Body) : FormerBody is null ? [] : CommandLines.New(Body, FormerBody);
}
