namespace CommunityBot.Commands;

/// <summary>What is said of commands whatever they do.</summary>
public static class CommandReplies
{
    private const string Table = "CommunityBot.Commands.Messages.replies";

    /// <summary>The command is that of insiders.</summary>
    public static readonly ReplyText OnlyInsiders = new(Table, "only-insiders");

    /// <summary>The command is that of the author.</summary>
    public static readonly ReplyText OnlyAuthor = new(Table, "only-author");

    /// <summary>The command is that of the author and of insiders.</summary>
    public static readonly ReplyText OnlyAuthorAndInsiders = new(Table, "only-author-and-insiders");

    /// <summary>The command is for issues alone.</summary>
    public static readonly ReplyText OnlyOnIssues = new(Table, "only-on-issues");

    /// <summary>The command is for issues and pull requests, and this is a discussion.</summary>
    public static readonly ReplyText NotOnDiscussions = new(Table, "not-on-discussions");

    /// <summary>The issue or pull request is closed.</summary>
    public static readonly ReplyText Closed = new(Table, "closed");

    /// <summary>GitHub refused something that the command needs.</summary>
    public static readonly ReplyText Refused = new(Table, "refused");

    internal static readonly ReplyText Help = new(Table, "help");

    internal static readonly ReplyText List = new(Table, "list");

    internal static readonly ReplyText NotDone = new(Table, "not-done");

    internal static readonly ReplyText Greeting = new(Table, "greeting");

    internal static readonly ReplyText Colon = new(Table, "colon");

    internal static readonly ReplyText Or = new(Table, "or");

    /// <summary>What follows the command is not as its usage wants it.</summary>
    /// <param name="usage">The usage.</param>
    public static ReplyText Usage(string usage) => new ReplyText(Table, "usage").WithOwn("usage", usage);
}
