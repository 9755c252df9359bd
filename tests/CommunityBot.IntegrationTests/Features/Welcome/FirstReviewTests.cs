using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Welcome;

public sealed class FirstReviewTests : IAsyncLifetime
{
    private const string FirstReview = "welcome.first-review";

    private Scene _scene = null!;

    private SimulatedItem _pull = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _pull = _scene.OpenPullRequest("newcomer");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_newcomer_hears_once_how_to_read_a_review()
    {
        var other = _scene.OpenPullRequest("newcomer");

        await ReviewAsync(_pull, "reviewer");
        await ReviewAsync(_pull, "reviewer");
        await ReviewAsync(other, "another-reviewer");

        var comment = Assert.Single(_scene.Said(_pull, FirstReview));
        Assert.StartsWith("Hi @newcomer, the first review of your pull request is here", comment, StringComparison.Ordinal);
        Assert.EndsWith($"moment=welcome.first-review key={_scene.Repository.Id}-{_pull.Author!.Id} -->", comment, StringComparison.Ordinal);
        Assert.Empty(_scene.Said(other, FirstReview));
    }

    [Theory]
    [InlineData("reviewer", "approved", "User")]
    [InlineData("reviewer", "commented", "User")]
    [InlineData("newcomer", "changes_requested", "User")]
    [InlineData("reviewer[bot]", "changes_requested", "Bot")]
    [InlineData("stranger", "changes_requested", "User", "read")]
    public async Task Nothing_is_said_of_other_reviews(string login, string state, string type, string permission = "write")
    {
        await ReviewAsync(_pull, login, state, type, permission);

        Assert.Empty(_scene.Said(_pull, FirstReview));
    }

    [Fact]
    public async Task Who_had_a_pull_request_merged_knows_how_it_goes()
    {
        await _scene.MergeAsync(_scene.OpenPullRequest("newcomer"));
        _scene.Time.Advance(TimeSpan.FromMinutes(1));

        await ReviewAsync(_pull, "reviewer");

        Assert.Empty(_scene.Said(_pull, FirstReview));
    }

    [Fact]
    public async Task Insiders_know_it_too()
    {
        _scene.Repository.Roles[_pull.Author!.Id] = "triage";

        await ReviewAsync(_pull, "reviewer");

        Assert.Empty(_scene.Said(_pull, FirstReview));
    }

    [Fact]
    public async Task In_doubt_who_asks_for_changes_nothing_is_said()
    {
        _scene.RefusePermission(403);

        await ReviewAsync(_pull, "reviewer");

        Assert.Empty(_scene.Said(_pull, FirstReview));
    }

    [Fact]
    public async Task Bots_and_ignored_authors_are_not_spoken_to()
    {
        await _scene.ConfigureAsync("people: { ignore: newcomer }");
        var fromBot = _scene.OpenPullRequest("dependabot[bot]", "Bot");

        await ReviewAsync(_pull, "reviewer");
        await ReviewAsync(fromBot, "reviewer");

        Assert.Empty(_scene.Said(_pull, FirstReview));
        Assert.Empty(_scene.Said(fromBot, FirstReview));
    }

    [Fact]
    public async Task Nothing_is_said_of_what_is_closed_or_where_it_is_switched_off()
    {
        SimulatedItem closed = _scene.OpenPullRequest("somebody"), off = _scene.OpenPullRequest("another");
        await _scene.CloseAsync(closed, closed.Author!);

        await ReviewAsync(closed, "reviewer");
        await _scene.ConfigureAsync("welcome: { first-review: { enabled: false } }");
        await ReviewAsync(off, "reviewer");

        Assert.Empty(_scene.Said(closed, FirstReview));
        Assert.Empty(_scene.Said(off, FirstReview));
    }

    private Task<SimulatedReview> ReviewAsync(SimulatedItem pull, string login, string state = "changes_requested", string type = "User", string permission = "write") =>
        _scene.ReviewAsync(pull, login, state, "Please look at this.", permission: permission, type: type);
}
