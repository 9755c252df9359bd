using CommunityBot.Commands;
using CommunityBot.Inbox;
using CommunityBot.Team;

namespace CommunityBot.Features.Presence;

/// <summary><c>/back</c>: nudges and assignments may come again.</summary>
public sealed class BackCommand : ICommentCommand
{
    /// <inheritdoc/>
    public string Name => "back";

    /// <inheritdoc/>
    public string Usage => "/back";

    /// <inheritdoc/>
    public CommandAudience Audience => CommandAudience.Anyone;

    /// <inheritdoc/>
    public ReplyText Help => PresenceReplies.BackHelp;

    /// <inheritdoc/>
    public Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        Availability.SetAway(context, command.Person, until: command.At);
        return Task.FromResult(CommandOutcome.Done());
    }
}
