using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.Team;

namespace CommunityBot.Features.Mentoring;

/// <summary>When a claim is asked about, and when it is taken back.</summary>
public static class ClaimRules
{
    /// <summary>
    /// When a claim is to be looked at next. Who was reminded, however late that was, has as long from then on as lies between the two waits.
    /// </summary>
    /// <param name="since">The claim, or what was heard of it last.</param>
    /// <param name="remindedAt">When they were reminded, if they were.</param>
    /// <param name="settings">How long to wait.</param>
    /// <param name="calendar">What workdays are counted on.</param>
    public static DateTimeOffset Due(DateTimeOffset since, DateTimeOffset? remindedAt, ClaimsSettings settings, WorkCalendar calendar)
    {
        var (remind, release) = (settings.RemindAfter.After(since, calendar), settings.ReleaseAfter.After(since, calendar));
        return remindedAt is null ? (release < remind ? release : remind)
            : remindedAt + (release - remind) is var fair && fair > release ? fair.Value
            : release;
    }

    /// <summary>What becomes of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="work">How the issue stands.</param>
    /// <param name="presence">Whether whoever claimed it is there.</param>
    /// <param name="settings">How long to wait.</param>
    /// <param name="calendar">What workdays are counted on.</param>
    /// <param name="now">Now.</param>
    public static ClaimStep Next(IssueClaim claim, IssueWork work, Team.Presence presence, ClaimsSettings settings, WorkCalendar calendar, DateTimeOffset now) =>
        !work.IsOpen || work.Assignees.All(assignee => assignee.Id != claim.Person.Id) ? ClaimStep.End
        : work.HasOpenPullRequest || work.IsLocked || now < presence.AwayUntil ? ClaimStep.StartAnew
        : now < Due(claim.Since, claim.RemindedAt, settings, calendar) ? ClaimStep.Wait
        : claim.RemindedAt is null && settings.RemindAfter.After(claim.Since, calendar) < settings.ReleaseAfter.After(claim.Since, calendar) ? ClaimStep.Remind
        : ClaimStep.Release;

    /// <summary>The days until something, those that have begun included.</summary>
    public static int DaysUntil(DateTimeOffset due, DateTimeOffset now) => (int)Math.Ceiling((due - now).TotalDays);
}
