using CommunityBot.Commands;
using CommunityBot.Inbox;
using CommunityBot.Team;

namespace CommunityBot.Features.Presence;

/// <summary><c>/mute</c>: no mentions any more, in any repository.</summary>
public sealed class MuteCommand : ICommentCommand
{
    /// <inheritdoc/>
    public string Name => "mute";

    /// <inheritdoc/>
    public string Usage => "/mute";

    /// <inheritdoc/>
    public CommandAudience Audience => CommandAudience.Anyone;

    /// <inheritdoc/>
    public ReplyText Help => PresenceReplies.MuteHelp;

    /// <inheritdoc/>
    public Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        // Whoever names somebody means them, and not themselves.
        if (command.Arguments.Length > 0)
        {
            return Task.FromResult(CommandOutcome.NotDone(CommandReplies.Usage(Usage)));
        }

        Availability.SetMuted(context, command.Person, muted: true);
        return Task.FromResult(CommandOutcome.Done());
    }
}
