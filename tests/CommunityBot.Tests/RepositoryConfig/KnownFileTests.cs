using CommunityBot.RepositoryConfig;

namespace CommunityBot.Tests.RepositoryConfig;

public sealed class KnownFileTests
{
    private static readonly DateTimeOffset Read = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, false)]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void A_file_is_read_again_after_a_while(int minutes, bool isStale) => Assert.Equal(isStale, IsStale(File, Read.AddMinutes(minutes)));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-5, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    public void A_file_is_read_again_if_it_was_read_before_a_push_or_so_soon_after_it_that_the_answer_may_be_of_before(int pushedAfterRead, bool isStale) =>
        Assert.Equal(isStale, IsStale(File with { PushedAt = Read.AddSeconds(pushedAfterRead) }, Read.AddSeconds(40)));

    [Theory]
    [InlineData("octo/hello", false)]
    [InlineData("Octo/Hello", false)]
    [InlineData("octo/hola", true)]
    [InlineData("elsewhere/hello", true)]
    public void A_file_is_read_again_where_its_repository_has_another_name(string repository, bool isStale) =>
        Assert.Equal(isStale, File.IsStale(Read, TimeSpan.FromHours(1), repository));

    [Theory]
    [InlineData(59, false)]
    [InlineData(60, true)]
    public void What_GitHub_refused_to_show_is_left_alone_for_an_hour(int minutes, bool isStale)
    {
        var refused = File with { RefusedAt = Read.AddDays(2) };

        Assert.Equal(isStale, IsStale(refused, Read.AddDays(2).AddMinutes(minutes)));
        Assert.True(IsStale(refused with { PushedAt = Read.AddDays(2).AddSeconds(1) }, Read.AddDays(2).AddMinutes(minutes)));
    }

    private static KnownFile File { get; } = new("octo/hello", "mode: on", "mode: on", "etag", Read);

    private static bool IsStale(KnownFile file, DateTimeOffset now) => file.IsStale(now, TimeSpan.FromHours(1), "octo/hello");
}
