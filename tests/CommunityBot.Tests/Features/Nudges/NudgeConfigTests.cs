using CommunityBot.Features.Nudges;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Tests.Features.Nudges;

public sealed class NudgeConfigTests
{
    private static readonly NudgeMomentSettings Soon = new() { After = new(1, DurationUnit.Workdays) };

    [Fact]
    public void What_failing_checks_may_make_the_authors_is_looked_at_when_theirs_is_due_or_anothers_whichever_comes_first()
    {
        var answered = Pulls.Opened().Reviewed(0, "commented").Acted(1);

        Assert.Equal(Pulls.At(25), Rules(new() { Author = Soon }).DueAt(answered, NudgeProgress.None));
        Assert.Equal(Pulls.At(25), Rules(new() { Review = Soon }).DueAt(answered, NudgeProgress.None));
        Assert.Equal(Pulls.At(25), Rules(new() { Author = Soon, Review = new() { Enabled = false } }).DueAt(answered, NudgeProgress.None));
    }

    [Fact]
    public void Before_a_review_checks_change_nothing() =>
        Assert.Equal(Pulls.At(72), Rules(new() { Author = Soon }).DueAt(Pulls.Opened(), NudgeProgress.None));

    private static NudgeConfig Rules(NudgesSettings settings) => new(settings, new WorkCalendar(new()), new PeopleSettings(), BotMode.On);
}
