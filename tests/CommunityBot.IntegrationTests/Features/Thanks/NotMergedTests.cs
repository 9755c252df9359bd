using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Thanks;

public sealed class NotMergedTests : IAsyncLifetime
{
    private const string NotMerged = "thanks.not-merged";

    private Scene _scene = null!;

    private SimulatedItem _pull = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _pull = _scene.OpenPullRequest("newcomer");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task A_newcomer_whose_pull_request_somebody_else_closes_hears_a_kind_word_once()
    {
        await _scene.CloseAsync(_pull, _scene.GitHub.AddUser("maintainer"));
        SimulatedGitHub.Reopen(_pull);
        await _scene.CloseAsync(_pull, _scene.GitHub.AddUser("maintainer"));

        var comment = Assert.Single(_scene.Said(_pull, NotMerged));
        Assert.StartsWith("Hi @newcomer, this pull request was closed without being merged.", comment, StringComparison.Ordinal);
        Assert.EndsWith($"moment=thanks.not-merged key={_pull.Id} -->", comment, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("newcomer", "User")]
    [InlineData("stale[bot]", "Bot")]
    public async Task Nothing_is_said_if_they_closed_it_themselves_or_a_bot_did(string login, string type)
    {
        await _scene.CloseAsync(_pull, _scene.GitHub.AddUser(login, type));

        Assert.Empty(_scene.Said(_pull, NotMerged));
    }

    [Fact]
    public async Task Who_had_a_pull_request_merged_knows_how_it_goes()
    {
        await _scene.MergeAsync(_scene.OpenPullRequest("newcomer"));
        _scene.Time.Advance(TimeSpan.FromMinutes(1));

        await _scene.CloseAsync(_pull, _scene.GitHub.AddUser("maintainer"));

        Assert.Empty(_scene.Said(_pull, NotMerged));
    }

    [Fact]
    public async Task Insiders_know_it_too()
    {
        _scene.Repository.Roles[_pull.Author!.Id] = "triage";

        await _scene.CloseAsync(_pull, _scene.GitHub.AddUser("maintainer"));

        Assert.Empty(_scene.Said(_pull, NotMerged));
    }
}
