using CommunityBot.Features.Nudges.Facts;
using CommunityBot.RepositoryConfig.Calendar;

namespace CommunityBot.Features.Nudges;

/// <summary>When a nudge is due.</summary>
public static class DueRules
{
    /// <summary>Doublings of a wait; after more of them nobody who is alive sees the end.</summary>
    private const int MostDoublings = 13;

    /// <summary>The longest that a config can say.</summary>
    private const int MostCount = 9_999;

    /// <summary>When the next nudge is due, in the hours of the calendar; null if there is none to come.</summary>
    public static DateTimeOffset? DueAt(Ball ball, NudgesSettings settings, WorkCalendar calendar, NudgeProgress progress)
    {
        if (progress.IsOverIn(ball.Cycle) || Wait(ball, settings) is not { } wait)
        {
            return null;
        }

        var said = progress.In(ball.Cycle);
        var due = Longer(wait, said).After(said > 0 ? progress.LastAt ?? ball.Since : ball.Since, calendar);
        return calendar.NextOpen(Times.Later(due, Times.Later(progress.NotBeforeIn(ball.Cycle), progress.SnoozedUntil))!.Value);
    }

    // What is switched off is not waited for.
    private static Duration? Wait(Ball ball, NudgesSettings settings) => SettingsOf(ball, settings) is { Enabled: true } moment && settings.Enabled ? moment.After : null;

    /// <summary>What the config says of the reminder that a ball leads to.</summary>
    public static NudgeMomentSettings? SettingsOf(Ball ball, NudgesSettings settings) =>
        ball.Moment == NudgesFeature.FirstResponse ? settings.FirstResponse
        : ball.Moment == NudgesFeature.Review ? settings.Review
        : ball.Moment == NudgesFeature.Author ? settings.Author
        : ball.Moment == NudgesFeature.Merge ? settings.Merge
        : null;

    // Twice nothing is nothing: without a wait there is a day between two.
    private static Duration Longer(Duration wait, int doublings) => wait.Count == 0 && doublings > 0
        ? new(1, DurationUnit.Days)
        : wait with { Count = (int)Math.Min(MostCount, (long)wait.Count << Math.Min(doublings, MostDoublings)) };
}
