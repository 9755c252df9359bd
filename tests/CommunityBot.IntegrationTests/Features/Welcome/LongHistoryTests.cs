using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Features.Welcome;

/// <summary>Somebody opened more than can be read in one go.</summary>
public sealed class LongHistoryTests : IAsyncLifetime
{
    private const int Items = 350;

    private Scene _scene = null!;
    private SimulatedItem _item = null!;

    private IEnumerable<LoggedRequest> Listings => _scene.GitHub.Requests.Where(request => IsListing(request.Method, request.Path));

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        for (var i = 1; i < Items; i++)
        {
            _scene.OpenIssue("veteran");
        }

        _item = _scene.OpenIssue("veteran");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Reading_goes_on_where_it_was_broken_off()
    {
        await BreakOffAsync();
        Assert.Equal(200, await CountAsync("SELECT COUNT(*) FROM contributions"));

        await PassAsync();

        Assert.Equal(4, Listings.Count(request => request.Status == 200));
        Assert.Distinct(Listings.Where(request => request.Status == 200).Select(request => request.Query));
        Assert.Equal(Items, await CountAsync("SELECT COUNT(*) FROM contributions"));
        Assert.Equal(1, await CountAsync("SELECT COUNT(*) FROM people WHERE history_read_by > 0 AND history_next IS NULL"));
        Assert.Empty(_item.Comments);
    }

    [Fact]
    public async Task Where_GitHub_no_longer_knows_the_place_it_begins_anew_with_the_next_item()
    {
        await BreakOffAsync();
        _scene.GitHub.Faults.Add(new(FaultKind.Status, IsListing) { Status = 422, Message = "Validation Failed", Times = 1 });
        await PassAsync();

        await _scene.DeliverAsync(_scene.OpenIssue("veteran"));

        Assert.Equal(Items + 1, await CountAsync("SELECT COUNT(*) FROM contributions"));
        Assert.DoesNotContain("POST comments", _scene.Calls);
    }

    /// <summary>Has GitHub fail from the third page on, once.</summary>
    private async Task BreakOffAsync()
    {
        var asked = 0;
        _scene.GitHub.Faults.Add(new(FaultKind.Status, (method, path) => IsListing(method, path) && ++asked > 2));
        await _scene.DeliverAsync(_item);
        _scene.GitHub.Faults.Clear();
    }

    private async Task PassAsync()
    {
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        await _scene.Bot.SettledAsync();
    }

    private Task<long> CountAsync(string query) => _scene.Bot.Services.GetRequiredService<Database>().ReadAsync(session => session.ScalarAsync<long>(query));

    private static bool IsListing(string method, string path) => method == "GET" && path.EndsWith("/issues", StringComparison.Ordinal);
}
