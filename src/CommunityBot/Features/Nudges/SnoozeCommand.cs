using CommunityBot.Commands;
using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig.Calendar;

namespace CommunityBot.Features.Nudges;

/// <summary><c>/snooze</c>: no nudge on a pull request until then.</summary>
public sealed class SnoozeCommand(Tracker tracker) : ICommentCommand
{
    private const string Texts = "CommunityBot.Features.Nudges.Messages.replies";

    /// <summary>As far ahead as somebody can be away: what is to be silent for longer is forgotten rather than put off.</summary>
    private const int MostYears = 1;

    private static readonly ReplyText NotHere = new(Texts, "snooze-not-here");

    private static readonly ReplyText HowLong = new(Texts, "snooze-how-long");

    private static readonly ReplyText TooLong = new(Texts, "snooze-too-long");

    /// <inheritdoc/>
    public string Name => "snooze";

    /// <inheritdoc/>
    public string Usage => "/snooze DURATION";

    /// <inheritdoc/>
    public CommandAudience Audience => CommandAudience.AuthorAndInsiders;

    /// <inheritdoc/>
    public ReplyText Help { get; } = new(Texts, "snooze-help");

    /// <inheritdoc/>
    public ReplyText? WhyNotOn(CommandItem item) => item.IsPullRequest ? null : NotHere;

    /// <inheritdoc/>
    public async Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (!Duration.TryParse(command.Arguments.Trim(), out var duration))
        {
            return CommandOutcome.NotDone(HowLong);
        }

        var rules = NudgeConfig.Of(await context.ConfigAsync(cancellationToken));
        var until = duration.After(command.At, rules.Calendar);
        if (until > command.At.AddYears(MostYears))
        {
            return CommandOutcome.NotDone(TooLong);
        }

        await tracker.SnoozeAsync(context, command.Item.Item.Number, until, cancellationToken);
        return CommandOutcome.Done();
    }
}
