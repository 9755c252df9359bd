using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Features.Mentoring;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Welcome;

public sealed class WelcomeMentorTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _scene.GitHub.AddUser("alice");
        _scene.GitHub.AddUser("bob");
        await _scene.ConfigureAsync("people: { mentors: [alice, bob] }");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task The_first_pull_request_of_a_newcomer_gets_the_least_busy_mentor_in_one_comment()
    {
        var first = await WelcomeAsync("first");
        var second = await WelcomeAsync("second");
        var third = await WelcomeAsync("third");
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        await _scene.CloseAsync(first, first.Author!);
        await _scene.CloseAsync(third, third.Author!);
        var fourth = await WelcomeAsync("fourth");

        Assert.Equal(["alice", "bob", "alice", "alice"], new[] { first, second, third, fourth }.Select(Mentor));
    }

    [Fact]
    public async Task Nobody_is_asked_who_is_away_wants_no_mentions_or_is_ignored()
    {
        var place = _scene.OpenIssue("maintainer");
        await _scene.SayAsync(place, "alice", "/away until 2026-12-01");
        Assert.Equal("bob", Mentor(await WelcomeAsync("first")));

        await _scene.SayAsync(place, "bob", "/mute");
        Assert.Null(Mentor(await WelcomeAsync("second")));

        await _scene.SayAsync(place, "alice", "/back");
        Assert.Equal("alice", Mentor(await WelcomeAsync("third")));

        await _scene.ConfigureAsync("people: { mentors: [alice, bob], ignore: alice }");
        Assert.Null(Mentor(await WelcomeAsync("fourth")));
    }

    [Fact]
    public async Task A_mentor_is_counted_in_all_repositories_of_an_installation()
    {
        Assert.Equal("alice", Mentor(await WelcomeAsync("first")));
        var other = _scene.GitHub.AddRepository(_scene.Installation, "octo", "other");
        other.Files[".github/community-bot.yml"] = "people: { mentors: [alice, bob] }";

        var pull = _scene.GitHub.OpenPullRequest(other, _scene.GitHub.AddUser("second"));
        await _scene.DeliverAsync(pull);

        Assert.Equal("bob", Mentor(pull));
    }

    [Fact]
    public async Task An_issue_gets_none()
    {
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);

        Assert.DoesNotContain("@alice", Assert.Single(_scene.SaidOn(issue)), StringComparison.Ordinal);
    }

    private async Task<SimulatedItem> WelcomeAsync(string login)
    {
        var pull = _scene.OpenPullRequest(login);
        await _scene.DeliverAsync(pull);
        _scene.Time.Advance(TimeSpan.FromSeconds(1));
        return pull;
    }

    private string? Mentor(SimulatedItem pull)
    {
        var comment = Assert.Single(_scene.SaidOn(pull));
        return comment.Contains("@alice is happy to help", StringComparison.Ordinal) ? "alice" : comment.Contains("@bob is happy to help", StringComparison.Ordinal) ? "bob" : null;
    }
}
