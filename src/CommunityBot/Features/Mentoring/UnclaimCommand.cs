using CommunityBot.Commands;
using CommunityBot.Inbox;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.Team;

namespace CommunityBot.Features.Mentoring;

/// <summary><c>/unclaim</c>: whoever works on an issue gives it back.</summary>
public sealed class UnclaimCommand(Claims claims) : ICommentCommand
{
    /// <inheritdoc/>
    public string Name => "unclaim";

    /// <inheritdoc/>
    public string Usage => "/unclaim";

    /// <inheritdoc/>
    public CommandAudience Audience => CommandAudience.Anyone;

    /// <inheritdoc/>
    public ReplyText Help => MentoringReplies.UnclaimHelp;

    /// <inheritdoc/>
    public bool IsOn(EffectiveConfig config) => config.Get<MentoringSettings>().Claims.Enabled;

    /// <inheritdoc/>
    public ReplyText? WhyNotOn(CommandItem item) => item.IsIssue ? null : CommandReplies.OnlyOnIssues;

    /// <inheritdoc/>
    public async Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        var (item, person) = (command.Item, command.Person);
        // Whoever was assigned by hand has something to give back, too.
        if (item.Assignees.All(assignee => assignee.Id != person.Id) && (await claims.OfAsync(context, item.Item.Number))?.Person.Id != person.Id)
        {
            return CommandOutcome.NotDone(MentoringReplies.NotYours);
        }

        Claims.RecordEnd(context, item.Item.Number, person.Id, command.At);
        return CommandOutcome.Done(new UnassignAct(person.Login));
    }
}
