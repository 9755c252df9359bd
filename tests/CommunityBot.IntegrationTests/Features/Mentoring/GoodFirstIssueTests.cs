using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Mentoring;

public sealed class GoodFirstIssueTests : IAsyncLifetime
{
    private const string Moment = "mentoring.good-first-issue";

    private Scene _scene = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _scene.GitHub.AddUser("alice");
        await _scene.ConfigureAsync("people: { mentors: [alice] }");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task The_label_leads_once_to_what_helps_who_does_and_how_it_is_claimed()
    {
        var issue = _scene.OpenIssue("reporter");

        await LabelAsync(issue, "Good First Issue");
        await LabelAsync(issue, "good first issue");

        var comment = Assert.Single(_scene.Said(issue, Moment));
        Assert.Contains("a good first issue of hello", comment, StringComparison.Ordinal);
        Assert.Contains("- Where to look:", comment, StringComparison.Ordinal);
        Assert.Contains("write `/claim` in a comment", comment, StringComparison.Ordinal);
        Assert.Contains("alice is happy to help", comment, StringComparison.Ordinal);
        Assert.DoesNotContain("@", comment, StringComparison.Ordinal);
        Assert.EndsWith($"moment={Moment} key={_scene.Repository.Id}-{issue.Number} -->", comment, StringComparison.Ordinal);
    }

    [Fact]
    public async Task So_does_an_issue_that_is_opened_with_it()
    {
        var issue = _scene.OpenGoodFirstIssue();

        await _scene.DeliverAsync(issue);

        Assert.Single(_scene.Said(issue, Moment));
    }

    [Fact]
    public async Task An_issue_of_before_the_installation_is_new_as_such_an_issue()
    {
        var issue = _scene.OpenIssue("reporter", createdAt: _scene.Time.GetUtcNow().AddYears(-1));

        await LabelAsync(issue);

        Assert.Single(_scene.Said(issue, Moment));
    }

    [Fact]
    public async Task Nothing_is_said_of_other_labels_of_what_is_done_or_of_what_a_bot_does()
    {
        SimulatedItem other = _scene.OpenGoodFirstIssue(), closed = _scene.OpenIssue("reporter"), taken = _scene.OpenIssue("reporter"), marked = _scene.OpenIssue("reporter");
        _scene.GitHub.Close(closed);
        _scene.GitHub.Assign(taken, _scene.GitHub.AddUser("member"));

        await LabelAsync(other, "bug");
        await LabelAsync(closed);
        await LabelAsync(taken);
        await LabelAsync(marked, by: _scene.GitHub.AddUser("labeler[bot]", "Bot"));

        Assert.All(new[] { other, closed, taken, marked }, issue => Assert.Empty(_scene.SaidOn(issue)));
    }

    [Fact]
    public async Task The_config_names_the_labels_and_can_switch_it_off()
    {
        SimulatedItem easy = _scene.OpenIssue("reporter"), off = _scene.OpenIssue("reporter");

        await _scene.ConfigureAsync("mentoring: { good-first-issue: { labels: easy }, claims: { enabled: false } }");
        await LabelAsync(easy, "easy");
        await _scene.ConfigureAsync("mentoring: { good-first-issue: { enabled: false } }");
        await LabelAsync(off);

        var comment = Assert.Single(_scene.Said(easy, Moment));
        Assert.Contains("just say so in a comment", comment, StringComparison.Ordinal);
        Assert.Empty(_scene.SaidOn(off));
    }

    private Task LabelAsync(SimulatedItem issue, string label = MentoringScene.GoodFirstIssue, SimulatedUser? by = null)
    {
        _scene.GitHub.AddLabel(issue, label);
        return _scene.DeliverAsync(_scene.GitHub.Deliveries.Labeled(issue, label, by ?? _scene.GitHub.AddUser("maintainer")));
    }
}
