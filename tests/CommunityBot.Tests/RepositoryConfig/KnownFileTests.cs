using CommunityBot.RepositoryConfig;

namespace CommunityBot.Tests.RepositoryConfig;

public sealed class KnownFileTests
{
    private static readonly DateTimeOffset Read = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, false)]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void A_file_is_read_again_after_a_while(int minutes, bool isStale) =>
        Assert.Equal(isStale, File(pushed: DateTimeOffset.UnixEpoch).IsStale(Read.AddMinutes(minutes), TimeSpan.FromHours(1)));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-5, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    public void A_file_is_read_again_if_it_was_read_before_a_push_or_so_soon_after_it_that_the_answer_may_be_of_before(int pushedAfterRead, bool isStale) =>
        Assert.Equal(isStale, File(pushed: Read.AddSeconds(pushedAfterRead)).IsStale(Read.AddSeconds(40), TimeSpan.FromHours(1)));

    private static KnownFile File(DateTimeOffset pushed) => new("mode: on", "mode: on", "etag", Read, pushed);
}
