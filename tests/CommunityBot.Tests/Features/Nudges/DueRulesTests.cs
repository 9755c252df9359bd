using CommunityBot.Features.Nudges;
using CommunityBot.Features.Nudges.Facts;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig.Calendar;

namespace CommunityBot.Tests.Features.Nudges;

public sealed class DueRulesTests
{
    private static readonly WorkCalendar Calendar = new(new());

    private static readonly NudgesSettings Settings = new();

    private static readonly Said Said = new("nudges.first-response", "key");

    private static readonly Ball Waits = new(BallHolder.Reviewer, NudgesFeature.FirstResponse, Pulls.Start);

    [Fact]
    public void The_first_comes_after_the_wait_in_the_hours_of_the_calendar()
    {
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.Zero), Due(Waits, NudgeProgress.None));
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 9, 0, 0, TimeSpan.Zero), Due(Waits with { Since = Pulls.At(11) }, NudgeProgress.None));
    }

    [Fact]
    public void Each_next_one_comes_after_twice_the_wait_of_the_one_before()
    {
        var once = NudgeProgress.None.Next(Waits.Cycle, Pulls.At(72), Said, [2]);
        var twice = once.Next(Waits.Cycle, Pulls.At(240), Said, [2]);

        Assert.Equal(Calendar.AddWorkdays(Pulls.At(72), 6), Due(Waits, once));
        Assert.Equal(Calendar.AddWorkdays(Pulls.At(240), 12), Due(Waits, twice));
    }

    [Fact]
    public void A_new_wait_begins_with_the_short_one()
    {
        var once = NudgeProgress.None.Next(Waits.Cycle, Pulls.At(72), Said, [2]);

        Assert.Equal(Calendar.NextOpen(Calendar.AddWorkdays(Pulls.At(96), 3)), Due(Waits with { Since = Pulls.At(96) }, once));
    }

    [Fact]
    public void Silence_that_was_asked_for_is_kept_whatever_happens_meanwhile()
    {
        var snoozed = NudgeProgress.None with { SnoozedUntil = Pulls.At(1000) };

        Assert.Equal(Calendar.NextOpen(Pulls.At(1000)), Due(Waits, snoozed));
        Assert.Equal(Calendar.NextOpen(Pulls.At(1000)), Due(Waits with { Since = Pulls.At(96) }, snoozed.Wait(Waits.Cycle, Pulls.At(72))));
    }

    [Fact]
    public void What_one_wait_was_put_off_until_is_nothing_to_the_next()
    {
        var later = NudgeProgress.None.Later(Waits.Cycle, Pulls.At(1000));
        var anew = Waits with { Since = Pulls.At(96) };

        Assert.Equal(Calendar.NextOpen(Pulls.At(1000)), Due(Waits, later));
        Assert.Equal(Due(anew, NudgeProgress.None), Due(anew, later));
        Assert.Equal(Due(anew, NudgeProgress.None.Next(anew.Cycle, Pulls.At(200), Said, [2])), Due(anew, later.Next(anew.Cycle, Pulls.At(200), Said, [2])));
    }

    [Fact]
    public void What_was_taken_back_counts_for_nothing_but_silence_stays()
    {
        var once = NudgeProgress.None.Next(Waits.Cycle, Pulls.At(72), Said, [2]);
        var over = once.Next(Waits.Cycle, Pulls.At(240), new("nudges.hand-over", "other"), [3]) with { IsOver = true, ToldAuthor = true, SnoozedUntil = Pulls.At(1000) };

        Assert.Equal(FactsCodec.Write(once with { Before = null, SnoozedUntil = Pulls.At(1000) }), FactsCodec.Write(over.Unsaid()));
        Assert.Equal(FactsCodec.Write(NudgeProgress.None), FactsCodec.Write(once.Unsaid()));
    }

    [Fact]
    public void Nothing_is_due_of_what_is_over_switched_off_or_nobodys()
    {
        Assert.Null(Due(Waits, NudgeProgress.None with { IsOver = true }));
        Assert.Null(Due(Ball.Nobodys, NudgeProgress.None));
        Assert.Null(DueRules.DueAt(Waits, Settings with { Enabled = false }, Calendar, NudgeProgress.None));
        Assert.Null(DueRules.DueAt(Waits, Settings with { FirstResponse = new() { Enabled = false } }, Calendar, NudgeProgress.None));
    }

    [Fact]
    public void Without_a_wait_there_is_a_day_between_two()
    {
        var settings = Settings with { FirstResponse = new() { After = new(0, DurationUnit.Seconds) } };
        var once = NudgeProgress.None.Next(Waits.Cycle, Pulls.At(1), Said, [2]);

        Assert.Equal(Pulls.At(25), DueRules.DueAt(Waits, settings, Calendar, once));
    }

    private static DateTimeOffset? Due(Ball ball, NudgeProgress progress) => DueRules.DueAt(ball, Settings, Calendar, progress);
}
