using CommunityBot.Inbox;

namespace CommunityBot.Commands;

/// <summary><c>/help</c>: the list of the commands that there are.</summary>
public sealed class HelpCommand : ICommentCommand
{
    /// <inheritdoc/>
    public string Name => "help";

    /// <inheritdoc/>
    public string Usage => "/help";

    /// <inheritdoc/>
    public CommandAudience Audience => CommandAudience.Anyone;

    /// <inheritdoc/>
    public ReplyText Help => CommandReplies.Help;

    /// <inheritdoc/>
    public Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken) => Task.FromResult(CommandOutcome.Answered(language =>
        string.Concat(CommandReply.Listed(
            CommandReplies.List.In(language),
            [.. command.Known.Select(known => $"- `{known.Usage}`{CommandReplies.Colon.In(language)}{known.Help.In(language)}")]))));
}
