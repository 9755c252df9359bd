using System.ComponentModel.DataAnnotations;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Formats;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Mentoring;

/// <summary>Issues that contributors say they are working on.</summary>
public sealed record ClaimsSettings : IDoubtfulSettings
{
    /// <summary>Whether issues are claimed by <c>/claim</c>. Switched off, nobody is reminded of an earlier claim either.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>Labels of the issues that can be claimed.</summary>
    [Label]
    [OneOrMany]
    public IReadOnlyList<string> Labels { get; init; } = ["good first issue", "help wanted"];

    /// <summary>How many issues an outsider can have claimed at a time, in one repository.</summary>
    [Range(1, int.MaxValue)]
    public int MaxOpen { get; init; } = 1;

    /// <summary>How long after the claim, or the claimant's last word on the issue, they are asked how it is going. An open pull request that closes the issue has the wait begin anew.</summary>
    public Duration RemindAfter { get; init; } = new(7, DurationUnit.Days);

    /// <summary>How long after the claim, or the claimant's last word on the issue, it is free for others again.</summary>
    public Duration ReleaseAfter { get; init; } = new(14, DurationUnit.Days);

    /// <inheritdoc/>
    (string Key, string What)? IDoubtfulSettings.Doubt()
    {
        // The calendar may be in the same file, wrong as it is: the ordinary week is near enough.
        var (now, calendar) = (DateTimeOffset.UnixEpoch, new WorkCalendar(new CalendarSettings()));
        return RemindAfter.After(now, calendar) < ReleaseAfter.After(now, calendar)
            ? null
            : ("remind-after", $"is {RemindAfter}, not shorter than release-after ({ReleaseAfter}): nobody is reminded before the issue is free again");
    }
}
