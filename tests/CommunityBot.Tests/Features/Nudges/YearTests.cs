namespace CommunityBot.Tests.Features.Nudges;

public sealed class YearTests
{
    [Fact]
    public async Task A_year_of_busy_repositories_keeps_every_promise()
    {
        await using var year = await Year.PassAsync(seed: 7, pulls: 300);

        Assert.Empty(year.Broken);
        Assert.True(year.Nudges.Count > 200, $"only {year.Nudges.Count} nudges");
        Assert.Equal(
            ["nudges.author", "nudges.first-response", "nudges.hand-over", "nudges.merge", "nudges.review"],
            year.Nudges.Select(nudge => nudge.Moment).Distinct().Order(StringComparer.Ordinal));

        // Three reminders at twice the wait each, and what puts them off, take less than half a year.
        var forgotten = year.Pulls.Where(pull => pull.IsForgotten).ToList();
        Assert.All(forgotten.Where(pull => pull.OpenedAt.Month <= 10), pull => Assert.Contains(year.Nudges, nudge => nudge.Pull == pull));
        Assert.All(forgotten.Where(pull => pull.OpenedAt.Month <= 6), pull => Assert.Single(year.Nudges, nudge => nudge.Pull == pull && nudge.HandsOver));
    }
}
