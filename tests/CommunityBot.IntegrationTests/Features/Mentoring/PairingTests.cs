using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Mentoring;

public sealed class PairingTests : IAsyncLifetime
{
    private const string Pairing = "mentoring.pairing";

    private Scene _scene = null!;

    private SimulatedItem _pull = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _scene.GitHub.AddUser("alice");
        await _scene.ConfigureAsync("people: { mentors: [alice] }");
        _pull = _scene.OpenPullRequest("newcomer");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task After_the_second_review_that_asks_for_changes_a_mentor_offers_to_pair_once()
    {
        await _scene.AskForChangesAsync(_pull, "reviewer");
        Assert.Empty(_scene.Said(_pull, Pairing));

        await _scene.AskForChangesAsync(_pull, "reviewer");
        await _scene.AskForChangesAsync(_pull, "another-reviewer");

        var offer = Assert.Single(_scene.Said(_pull, Pairing));
        Assert.StartsWith("Hi @newcomer, there has been some back and forth", offer, StringComparison.Ordinal);
        Assert.Contains("@alice would be glad", offer, StringComparison.Ordinal);
        Assert.EndsWith($"key={_scene.Repository.Id}-{_pull.Number} -->", offer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_review_that_GitHub_tells_of_twice_is_one()
    {
        var review = _scene.GitHub.Deliveries.ReviewSubmitted(_scene.GitHub.Review(_pull, _scene.GitHub.AddUser("reviewer"), "changes_requested", association: "MEMBER"));

        await _scene.DeliverAsync(review);
        await _scene.DeliverAsync(review with { Id = Guid.NewGuid().ToString() });

        Assert.Empty(_scene.Said(_pull, Pairing));
    }

    [Fact]
    public async Task Reviews_of_bots_and_those_that_ask_for_nothing_do_not_count()
    {
        await _scene.AskForChangesAsync(_pull, "reviewer");
        await _scene.AskForChangesAsync(_pull, "linter[bot]", "Bot");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.ReviewSubmitted(_scene.GitHub.Review(_pull, _scene.GitHub.AddUser("reviewer"), "approved")));

        Assert.Empty(_scene.Said(_pull, Pairing));
    }

    [Fact]
    public async Task What_strangers_ask_for_does_not_count()
    {
        await _scene.AskForChangesAsync(_pull, "stranger", permission: "read");
        await _scene.AskForChangesAsync(_pull, "reviewer");
        await _scene.AskForChangesAsync(_pull, "stranger", permission: "read");
        Assert.Empty(_scene.Said(_pull, Pairing));

        await _scene.AskForChangesAsync(_pull, "reviewer");
        Assert.Single(_scene.Said(_pull, Pairing));
    }

    [Fact]
    public async Task The_mentor_of_the_welcome_is_the_one_who_offers()
    {
        _scene.GitHub.AddUser("bob");
        await _scene.ConfigureAsync("people: { mentors: [alice, bob] }");
        await _scene.DeliverAsync(_scene.OpenPullRequest("somebody"));
        await _scene.DeliverAsync(_pull);
        Assert.Contains("@bob is happy to help", Assert.Single(_scene.SaidOn(_pull)), StringComparison.Ordinal);

        await _scene.AskForChangesAsync(_pull, "reviewer");
        await _scene.AskForChangesAsync(_pull, "reviewer");

        Assert.Contains("@bob would be glad", Assert.Single(_scene.Said(_pull, Pairing)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_offers_where_nobody_is_free()
    {
        await _scene.SayAsync(_pull, "alice", "/away");

        await _scene.AskForChangesAsync(_pull, "reviewer");
        await _scene.AskForChangesAsync(_pull, "reviewer");

        Assert.Empty(_scene.Said(_pull, Pairing));
    }

    [Fact]
    public async Task Insiders_and_those_who_had_something_merged_hear_no_offer()
    {
        await _scene.MergeAsync(_scene.OpenPullRequest("newcomer"));
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        var pull = _scene.OpenPullRequest("member");
        _scene.Repository.Roles[pull.Author!.Id] = "triage";
        foreach (var each in new[] { _pull, pull })
        {
            await _scene.AskForChangesAsync(each, "reviewer");
            await _scene.AskForChangesAsync(each, "reviewer");
        }

        Assert.Empty(_scene.Said(_pull, Pairing));
        Assert.Empty(_scene.Said(pull, Pairing));
    }
}
