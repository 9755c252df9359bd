using CommunityBot.Commands;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.Team;

namespace CommunityBot.Features.Mentoring;

/// <summary><c>/claim</c>: somebody says that they are working on an issue, which is assigned to them.</summary>
public sealed class ClaimCommand(Claims claims, Mentors mentors, People people, IGitHubReader github) : ICommentCommand
{
    /// <inheritdoc/>
    public string Name => "claim";

    /// <inheritdoc/>
    public string Usage => "/claim";

    /// <inheritdoc/>
    public CommandAudience Audience => CommandAudience.Anyone;

    /// <inheritdoc/>
    public ReplyText Help => MentoringReplies.ClaimHelp;

    /// <inheritdoc/>
    public bool IsOn(EffectiveConfig config) => config.Get<MentoringSettings>().Claims.Enabled;

    /// <inheritdoc/>
    public ReplyText? WhyNotOn(CommandItem item) => item.IsIssue ? null : CommandReplies.OnlyOnIssues;

    /// <inheritdoc/>
    public async Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        var config = await context.ConfigAsync(cancellationToken);
        var (item, settings) = (command.Item, config.Get<MentoringSettings>().Claims);
        var whyNot = !item.IsOpen ? CommandReplies.Closed
            : settings.Labels.Count == 0 ? MentoringReplies.NoLabels
            : !LabelRules.HasOne(item.Item.Labels, settings.Labels) ? MentoringReplies.NoLabel(settings.Labels)
            : await WhoElseAsync(command, context, cancellationToken) is { } other ? MentoringReplies.Taken(other.Login)
            : await HasManyAsync(command, settings, context, cancellationToken) ? MentoringReplies.TooMany(settings.MaxOpen)
            : null;
        if (whyNot is not null)
        {
            return CommandOutcome.NotDone(whyNot);
        }

        var due = ClaimRules.Due(command.At, remindedAt: null, settings, new WorkCalendar(config.Get<CalendarSettings>()));
        Claims.Record(context, item.Item.Number, command.Person, command.At, due);
        return CommandOutcome.Done(new AssignAct(command.Person.Login)) with { Recorded = Recorded.Claim };
    }

    // What the payload says of who is assigned may be of a while ago. Who is assigned to help with it does not work on it.
    private async Task<Account?> WhoElseAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        var number = command.Item.Item.Number;
        if (await claims.OfAsync(context, number) is { } claim)
        {
            return claim.Person.Id == command.Person.Id ? null : claim.Person;
        }

        var mentorId = await mentors.IdOfAsync(context, number);
        return (await AssigneesAsync(command, context, cancellationToken)).FirstOrDefault(assignee => assignee.Id != command.Person.Id && assignee.Id != mentorId);
    }

    private async Task<IReadOnlyList<Account>> AssigneesAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        try
        {
            return (await github.ReadIssueWorkAsync(context.Repository, command.Item.Item.Number, cancellationToken)).Assignees;
        }
        catch (GitHubRefusedException)
        {
            return command.Item.Assignees;
        }
    }

    // Insiders could assign themselves by hand: a limit would only be in their way.
    private async Task<bool> HasManyAsync(CommandCall command, ClaimsSettings settings, DeliveryContext context, CancellationToken cancellationToken) =>
        await claims.CountOthersAsync(context, command.Person.Id, command.Item.Item.Number) >= settings.MaxOpen
        && await people.IsOutsiderAsync(context, await people.FindAsync(context, command.Person, command.Association), cancellationToken);
}
