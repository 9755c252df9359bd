using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.Team;

namespace CommunityBot.Features.Mentoring;

/// <summary>When a claim is asked about, and when it is taken back.</summary>
public static class ClaimRules
{
    /// <summary>
    /// How long an absence has the waits begin later at most. It is longer than most holidays; whoever is away for longer, or forgets to say that they are back, does not keep an issue from others.
    /// </summary>
    public static readonly TimeSpan LongestAbsence = TimeSpan.FromDays(30);

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

    /// <summary>What the waits of a claim are counted from: the claim, what was heard of it last, or the end of an absence, but no later than <see cref="LongestAbsence"/> allows.</summary>
    public static DateTimeOffset Start(IssueClaim claim, Team.Presence presence) =>
        !(presence.AwayUntil > claim.Since) ? claim.Since
        : presence.AwayUntil - claim.Since is var away && away < LongestAbsence ? presence.AwayUntil.Value
        : claim.Since + LongestAbsence;

    /// <summary>What becomes of a claim, and when it is looked at again if it waits. Whoever is away is not asked, and the issue is free when it would be had they been asked in time.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="work">How the issue stands.</param>
    /// <param name="presence">Whether whoever claimed it is there.</param>
    /// <param name="settings">How long to wait.</param>
    /// <param name="calendar">What workdays are counted on.</param>
    /// <param name="now">Now.</param>
    public static (ClaimStep Step, DateTimeOffset Due) Next(
        IssueClaim claim, IssueWork work, Team.Presence presence, ClaimsSettings settings, WorkCalendar calendar, DateTimeOffset now)
    {
        var start = Start(claim, presence);
        var due = Due(start, claim.RemindedAt, settings, calendar);
        var release = claim.RemindedAt is null ? settings.ReleaseAfter.After(start, calendar) : due;
        var isAsked = due < release && !(now < presence.AwayUntil);
        return !work.IsOpen || work.Assignees.All(assignee => assignee.Id != claim.Person.Id) ? (ClaimStep.End, now)
            : work.HasOpenPullRequest || work.IsLocked ? (ClaimStep.StartAnew, Due(now, claim.RemindedAt, settings, calendar))
            : now < due ? (ClaimStep.Wait, due)
            : isAsked ? (ClaimStep.Remind, Due(start, now, settings, calendar))
            : now < release ? (ClaimStep.Wait, release)
            : (ClaimStep.Release, now);
    }

    /// <summary>The days until something, those that have begun included.</summary>
    public static int DaysUntil(DateTimeOffset due, DateTimeOffset now) => (int)Math.Ceiling((due - now).TotalDays);
}
