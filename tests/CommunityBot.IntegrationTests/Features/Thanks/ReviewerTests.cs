using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Thanks;

public sealed class ReviewerTests : IAsyncLifetime
{
    private const string Reviewer = "thanks.reviewer";

    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task An_outsider_is_thanked_for_reviewing_once()
    {
        var (pull, other) = (_scene.OpenPullRequest("author"), _scene.OpenPullRequest("author"));

        await ReviewAsync(pull, "reviewer");
        await ReviewAsync(pull, "reviewer", "commented");
        await ReviewAsync(other, "reviewer", "changes_requested");

        var comment = Assert.Single(_scene.Said(pull, Reviewer));
        Assert.StartsWith("Hi @reviewer, thank you for reviewing this.", comment, StringComparison.Ordinal);
        Assert.Empty(_scene.Said(other, Reviewer));
    }

    [Fact]
    public async Task Insiders_bots_and_the_author_are_not()
    {
        var pull = _scene.OpenPullRequest("author");
        _scene.Repository.Roles[_scene.GitHub.AddUser("private-member").Id] = "triage";

        await ReviewAsync(pull, "author", "commented");
        await ReviewAsync(pull, "private-member");
        await ReviewAsync(pull, "member", association: "MEMBER");
        await ReviewAsync(pull, "helper[bot]", type: "Bot");

        Assert.Empty(_scene.Said(pull, Reviewer));
    }

    [Fact]
    public async Task A_comment_on_a_line_is_no_review()
    {
        var pull = _scene.OpenPullRequest("author");

        await ReviewAsync(pull, "reviewer", "commented", body: null);

        Assert.Empty(_scene.Said(pull, Reviewer));
    }

    private Task ReviewAsync(SimulatedItem pull, string login, string state = "approved", string type = "User", string association = "NONE", string? body = "Reads well.") =>
        _scene.DeliverAsync(_scene.GitHub.Deliveries.ReviewSubmitted(_scene.GitHub.Review(pull, _scene.GitHub.AddUser(login, type), state, body, association)));
}
