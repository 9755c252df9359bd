using CommunityBot.GitHub;

namespace CommunityBot.Commands;

/// <summary>That somebody wrote a command.</summary>
/// <param name="Person">Who did.</param>
/// <param name="Item">What it is written on.</param>
/// <param name="Arguments">What follows the command's name on its line.</param>
/// <param name="Comment">The comment.</param>
public sealed record CommandCall(Account Person, CommandItem Item, string Arguments, WrittenComment Comment)
{
    /// <summary>The commands that there are.</summary>
    public IReadOnlyList<ICommentCommand> Known { get; init; } = [];

    /// <summary>Where the comment is reacted to.</summary>
    public CommentPlace Place => Comment.Place;

    /// <summary>The comment's page.</summary>
    public string Url => Comment.Url;

    /// <summary>When it was written.</summary>
    public DateTimeOffset At => Comment.At;

    /// <summary>What the payload says of whoever wrote it: proof of an insider or of nothing.</summary>
    public string Association => Comment.Association;

    /// <summary>The comment by a name that stays and that no other one has: what is once per command, and not once per item, has it in its key.</summary>
    public string Key => Comment.Key;
}
