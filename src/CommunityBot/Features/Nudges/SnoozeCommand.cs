using CommunityBot.Commands;
using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig.Calendar;

namespace CommunityBot.Features.Nudges;

/// <summary><c>/snooze</c>: no nudge on a pull request until then.</summary>
public sealed class SnoozeCommand(Tracker tracker) : ICommentCommand
{
    private const string Texts = "CommunityBot.Features.Nudges.Messages.replies";

    private static readonly ReplyText NotHere = new(Texts, "snooze-not-here");

    private static readonly ReplyText HowLong = new(Texts, "snooze-how-long");

    /// <inheritdoc/>
    public string Name => "snooze";

    /// <inheritdoc/>
    public string Usage => "/snooze DURATION";

    /// <inheritdoc/>
    public CommandAudience Audience => CommandAudience.AuthorAndInsiders;

    /// <inheritdoc/>
    public ReplyText Help { get; } = new(Texts, "snooze-help");

    /// <inheritdoc/>
    public async Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (!command.Item.IsPullRequest)
        {
            return CommandOutcome.NotDone(NotHere);
        }

        if (!Duration.TryParse(command.Arguments.Trim(), out var duration))
        {
            return CommandOutcome.NotDone(HowLong);
        }

        var rules = NudgeConfig.Of(await context.ConfigAsync(cancellationToken));
        await tracker.SnoozeAsync(context, command.Item.Item.Number, duration.After(command.At, rules.Calendar), cancellationToken);
        return CommandOutcome.Done();
    }
}
