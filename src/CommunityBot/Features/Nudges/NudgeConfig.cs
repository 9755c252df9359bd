using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Nudges;

/// <summary>What the config of a repository says about nudges.</summary>
/// <param name="Settings">The section.</param>
/// <param name="Calendar">The calendar.</param>
/// <param name="People">Who does what.</param>
/// <param name="Mode">How much the bot may do.</param>
public sealed record NudgeConfig(NudgesSettings Settings, WorkCalendar Calendar, PeopleSettings People, BotMode Mode)
{
    /// <summary>How long that is left alone which only the config, or a doubt about its author, is silent about: nobody tells when the config of an owner changes, or a role does.</summary>
    public static readonly TimeSpan Aside = TimeSpan.FromDays(7);

    /// <summary>Where the days of the calendar begin.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>What a config says of nudges.</summary>
    public static NudgeConfig Of(EffectiveConfig config)
    {
        var calendar = config.Get<CalendarSettings>();
        return new(config.Get<NudgesSettings>(), new(calendar), config.Get<PeopleSettings>(), config.Get<GeneralSettings>().Mode) { TimeZone = calendar.TimeZone };
    }

    /// <summary>Who owes the next move on a pull request.</summary>
    public Ball BallOf(PullFacts facts, CommitChecks? checks = null) =>
        Mode == BotMode.Off || !Settings.Enabled || People.Ignores(facts.Snapshot?.Author.Login) ? Ball.Nobodys : BallRules.Of(facts, Settings, checks);

    /// <summary>When a nudge about a ball is due; null if there is none to come.</summary>
    public DateTimeOffset? DueAt(Ball ball, NudgeProgress progress) => DueRules.DueAt(ball, Settings, Calendar, progress);

    /// <summary>When a pull request is to be looked at, as far as is known without asking GitHub: its checks say whose turn it is, so it is the earlier of what they can lead to.</summary>
    public DateTimeOffset? DueAt(PullFacts facts, NudgeProgress progress) =>
        Times.Earlier(DueAt(BallOf(facts), progress), DueAt(BallOf(facts, CommitChecks.Red), progress));

    /// <summary>Whether there would be a nudge to come if the config said so.</summary>
    public bool Silences(PullFacts facts, NudgeProgress progress) =>
        DueAt(facts, progress) is null && BallRules.Of(facts, Settings, checks: null) is { Holder: not BallHolder.Nobody } ball && !progress.IsOverIn(ball.Cycle);

    /// <summary>The first time on the next workday at which anything may be said.</summary>
    public DateTimeOffset Workday(DateTimeOffset now, int count = 1) => Calendar.NextOpen(Calendar.AddWorkdays(now, count));

    /// <summary>The day of the calendar at a time, counted from some day.</summary>
    public long Day(DateTimeOffset now) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, TimeZone).DateTime).DayNumber;
}
