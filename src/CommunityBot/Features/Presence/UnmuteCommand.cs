using CommunityBot.Commands;
using CommunityBot.Inbox;
using CommunityBot.Team;

namespace CommunityBot.Features.Presence;

/// <summary><c>/unmute</c>: mentions again.</summary>
public sealed class UnmuteCommand : ICommentCommand
{
    /// <inheritdoc/>
    public string Name => "unmute";

    /// <inheritdoc/>
    public string Usage => "/unmute";

    /// <inheritdoc/>
    public CommandAudience Audience => CommandAudience.Anyone;

    /// <inheritdoc/>
    public ReplyText Help => PresenceReplies.UnmuteHelp;

    /// <inheritdoc/>
    public Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        // Whoever names somebody means them, and not themselves.
        if (command.Arguments.Length > 0)
        {
            return Task.FromResult(CommandOutcome.NotDone(CommandReplies.Usage(Usage)));
        }

        Availability.SetMuted(context, command.Person, muted: false);
        return Task.FromResult(CommandOutcome.Done());
    }
}
