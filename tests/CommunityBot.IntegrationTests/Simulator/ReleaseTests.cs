using System.Text.Json;
using CommunityBot.GitHubSimulator;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.Release;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class ReleaseTests : IAsyncLifetime
{
    private Caller _caller = null!;
    private SimulatedUser _maintainer = null!;

    private SimulatedGitHub GitHub => _caller.GitHub;

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        _maintainer = GitHub.AddUser("maintainer");
    }

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public void A_release_is_told_with_its_tag()
    {
        var release = GitHub.Release(_caller.Repository, "v1.0.0", _maintainer, prerelease: true);

        var published = Read<ReleasePublishedEvent>(GitHub.Deliveries.ReleasePublished(release, _maintainer));
        Assert.Equal((release.Id, "v1.0.0", true, false), (published.Release.Id, published.Release.TagName, published.Release.Prerelease, published.Release.Draft));
        Assert.Equal((GitHub.Time.GetUtcNow(), "maintainer"), (published.Release.PublishedAt, published.Sender?.Login));
        release.Prerelease = false;
        var delivery = GitHub.Deliveries.ReleaseEdited(release, _maintainer);
        Assert.Equal(("release", "edited", false), (delivery.Event, Read<ReleaseEditedEvent>(delivery).Action, Read<ReleaseEditedEvent>(delivery).Release.Prerelease));
    }

    [Fact]
    public void A_tag_stays_where_the_default_branch_was()
    {
        var draft = GitHub.Release(_caller.Repository, "v2", _maintainer, draft: true);
        Assert.Equal((null, null), (_caller.Repository.Files.Find("refs/tags/v2"), draft.PublishedAt));

        var first = GitHub.PutFile(_caller.Repository, "file", "one");
        GitHub.Release(_caller.Repository, "v1", _maintainer);
        var second = GitHub.PutFile(_caller.Repository, "file", "two");
        GitHub.Publish(draft);

        Assert.Equal((first, second), (_caller.Repository.Files.Find("v1")?.Sha, _caller.Repository.Files.Find("v2")?.Sha));
        Assert.Equal(["v2", "v1"], _caller.Repository.Releases.Select(release => release.Tag));
    }

    private static TEvent Read<TEvent>(SimulatedDelivery delivery)
        where TEvent : WebhookEvent => JsonSerializer.Deserialize<TEvent>(delivery.Body)!;
}
