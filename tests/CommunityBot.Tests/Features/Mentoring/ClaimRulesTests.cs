using CommunityBot.Features.Mentoring;
using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.Team;
using CsCheck;
using TeamPresence = CommunityBot.Team.Presence;

namespace CommunityBot.Tests.Features.Mentoring;

public sealed class ClaimRulesTests
{
    private static readonly DateTimeOffset Claimed = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static readonly ClaimsSettings Settings = new();

    private static readonly WorkCalendar Calendar = new(new CalendarSettings());

    private static readonly Account Claimant = new(7, "newcomer");

    private static readonly IssueWork Work = new(IsOpen: true, IsLocked: false, [Claimant], HasOpenPullRequest: false);

    [Theory]
    [InlineData(6.9, null, ClaimStep.Wait)]
    [InlineData(7, null, ClaimStep.Remind)]
    [InlineData(40, null, ClaimStep.Remind)]
    [InlineData(13.9, 7.0, ClaimStep.Wait)]
    [InlineData(14, 7.0, ClaimStep.Release)]
    [InlineData(14, 9.0, ClaimStep.Wait)]
    [InlineData(16, 9.0, ClaimStep.Release)]
    public void A_claim_is_asked_about_first_and_taken_back_a_week_after_that(double days, double? reminded, ClaimStep expected) =>
        Assert.Equal(expected, Next(Claim(reminded), Work, days));

    [Fact]
    public void What_is_over_ends_whatever_else_there_is()
    {
        Assert.Equal(ClaimStep.End, Next(Claim(), Work with { IsOpen = false, HasOpenPullRequest = true }, days: 8));
        Assert.Equal(ClaimStep.End, Next(Claim(), Work with { Assignees = [new(8, "newcomer")] }, days: 8));
        Assert.Equal(ClaimStep.End, Next(Claim(), Work with { Assignees = [] }, days: 8));
    }

    [Fact]
    public void A_reason_for_the_silence_has_the_waits_begin_anew()
    {
        Assert.Equal(ClaimStep.StartAnew, Next(Claim(), Work with { HasOpenPullRequest = true }, days: 30));
        Assert.Equal(ClaimStep.StartAnew, Next(Claim(), Work with { IsLocked = true }, days: 30));
        Assert.Equal(ClaimStep.Remind, Next(Claim(), Work, days: 8, new(IsMuted: true, AwayUntil: null)));
    }

    [Fact]
    public void Where_the_second_wait_is_no_longer_than_the_first_nobody_is_reminded()
    {
        var settings = Settings with { RemindAfter = new(7, DurationUnit.Days), ReleaseAfter = new(3, DurationUnit.Days) };

        Assert.Equal(Claimed.AddDays(3), ClaimRules.Due(Claimed, remindedAt: null, settings, Calendar));
        Assert.Equal(ClaimStep.Release, ClaimRules.Next(Claim(), Work, TeamPresence.Free, settings, Calendar, Claimed.AddDays(3)).Step);
    }

    [Theory]
    [InlineData(9, 9)]
    [InlineData(-5, 0)]
    [InlineData(30, 30)]
    [InlineData(31, 30)]
    [InlineData(2_000, 30)]
    public void An_absence_has_the_waits_begin_when_it_ends_but_not_for_ever(double away, double start)
    {
        TeamPresence presence = new(IsMuted: false, Claimed.AddDays(away));

        Assert.Equal(Claimed.AddDays(start), ClaimRules.Start(Claim(), presence));
        Assert.Equal(ClaimStep.Wait, Next(Claim(), Work, start + 6.9, presence));
    }

    [Fact]
    public void Whoever_is_still_away_is_not_asked_and_the_issue_is_free_all_the_same()
    {
        TeamPresence away = new(IsMuted: false, DateTimeOffset.MaxValue), back = new(IsMuted: false, Claimed.AddDays(35));

        Assert.Equal((ClaimStep.Wait, Claimed.AddDays(37)), All(days: 7, away));
        Assert.Equal((ClaimStep.Wait, Claimed.AddDays(44)), All(days: 37, away));
        Assert.Equal(ClaimStep.Release, All(days: 44, away).Step);
        Assert.Equal((ClaimStep.Remind, Claimed.AddDays(44)), All(days: 37, back));
        Assert.Equal((ClaimStep.Remind, Claimed.AddDays(51)), All(days: 44, back));
    }

    [Fact]
    public void Nobody_is_released_sooner_after_the_reminder_than_lies_between_the_waits() =>
        Gen.Select(Gen.Int[0, 30], Gen.Int[1, 30], Gen.Double[0, 60]).Sample((remind, between, late) =>
        {
            var settings = Settings with { RemindAfter = new(remind, DurationUnit.Days), ReleaseAfter = new(remind + between, DurationUnit.Days) };
            var reminded = Claimed.AddDays(remind + late);

            Assert.True(ClaimRules.Due(Claimed, reminded, settings, Calendar) >= reminded.AddDays(between));
            Assert.Equal(Claimed.AddDays(remind), ClaimRules.Due(Claimed, remindedAt: null, settings, Calendar));
        });

    private static ClaimStep Next(IssueClaim claim, IssueWork work, double days, TeamPresence? presence = null) =>
        ClaimRules.Next(claim, work, presence ?? TeamPresence.Free, Settings, Calendar, Claimed.AddDays(days)).Step;

    private static (ClaimStep Step, DateTimeOffset Due) All(double days, TeamPresence presence) =>
        ClaimRules.Next(Claim(), Work, presence, Settings, Calendar, Claimed.AddDays(days));

    private static IssueClaim Claim(double? reminded = null) =>
        new(1, new(1, 2, "octo", "hello"), 3, Claimant, Claimed, reminded is { } days ? Claimed.AddDays(days) : null, Claimed.AddDays(7));
}
