using CommunityBot.Commands;
using CommunityBot.Inbox;
using CommunityBot.Team;

namespace CommunityBot.Features.Presence;

/// <summary><c>/away</c>: no nudges and no assignments meanwhile.</summary>
public sealed class AwayCommand : ICommentCommand
{
    /// <inheritdoc/>
    public string Name => "away";

    /// <inheritdoc/>
    public string Usage => "/away [until DATE]";

    /// <inheritdoc/>
    public CommandAudience Audience => CommandAudience.Anyone;

    /// <inheritdoc/>
    public ReplyText Help => PresenceReplies.AwayHelp;

    /// <inheritdoc/>
    public Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        var (until, whyNot) = AwayRules.Read(command.Arguments, command.At);
        if (whyNot is not null)
        {
            return Task.FromResult(CommandOutcome.NotDone(whyNot));
        }

        Availability.SetAway(context, command.Person, until);
        return Task.FromResult(CommandOutcome.Done());
    }
}
