using CommunityBot.Webhooks;

namespace CommunityBot.Tests.Webhooks;

public sealed class RequestBodyTests
{
    private const int Limit = 8 * RequestBody.MostPooled;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0, RequestBody.Outcome.Whole, true)]
    [InlineData(0, RequestBody.Outcome.Whole, false)]
    [InlineData(40_000, RequestBody.Outcome.Whole, true)]
    [InlineData(40_000, RequestBody.Outcome.Whole, false)]
    [InlineData(RequestBody.MostPooled + 1, RequestBody.Outcome.Whole, true)]
    [InlineData(RequestBody.MostPooled + 1, RequestBody.Outcome.Whole, false)]
    [InlineData(Limit, RequestBody.Outcome.Whole, true)]
    [InlineData(Limit, RequestBody.Outcome.Whole, false)]
    [InlineData(Limit + 1, RequestBody.Outcome.TooLarge, true)]
    [InlineData(Limit + 1, RequestBody.Outcome.TooLarge, false)]
    public async Task It_is_read_up_to_the_limit(int length, RequestBody.Outcome expected, bool claims)
    {
        var sent = new byte[length];
        Random.Shared.NextBytes(sent);

        var (body, outcome) = await RequestBody.ReadAsync(new MemoryStream(sent), claims ? length : 0, Limit, new BodyBudget(long.MaxValue), Cancelled);

        using (body)
        {
            Assert.Equal(expected, outcome);
            Assert.True(body.Span.SequenceEqual(sent));
            Assert.Equal(expected == RequestBody.Outcome.Whole, await RequestBody.FitsAsync(new MemoryStream(sent), Limit, Cancelled));
        }
    }

    [Fact]
    public async Task What_memory_has_no_room_for_gives_back_what_it_took()
    {
        const int MoreThanAnyArray = int.MaxValue - 1;
        var budget = new BodyBudget(int.MaxValue);

        var (body, outcome) = await RequestBody.ReadAsync(new MemoryStream(new byte[Limit]), claimed: MoreThanAnyArray, limit: MoreThanAnyArray, budget, Cancelled);

        body.Dispose();
        Assert.Equal(RequestBody.Outcome.NoRoom, outcome);
        Assert.True(budget.TryTake(int.MaxValue));
    }

    [Fact]
    public async Task Large_ones_share_a_budget_and_give_it_back()
    {
        const int Most = 4 * RequestBody.MostPooled;
        var budget = new BodyBudget(Most);
        var (first, _) = await ReadAsync(RequestBody.MostPooled + 1);
        var (second, outcome) = await ReadAsync((2 * RequestBody.MostPooled) + 1);
        var (small, fits) = await ReadAsync(RequestBody.MostPooled - 1);

        Assert.Equal((RequestBody.Outcome.NoRoom, RequestBody.Outcome.Whole), (outcome, fits));
        first.Dispose();
        second.Dispose();
        small.Dispose();
        Assert.True(budget.TryTake(Most));
        Assert.False(budget.TryTake(1));

        Task<(RequestBody Body, RequestBody.Outcome Outcome)> ReadAsync(int length) =>
            RequestBody.ReadAsync(new MemoryStream(new byte[length]), claimed: 0, Limit, budget, Cancelled);
    }
}
