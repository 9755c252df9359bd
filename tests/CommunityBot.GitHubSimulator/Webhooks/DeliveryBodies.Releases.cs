using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Webhooks;

/// <summary>What deliveries tell of releases.</summary>
public sealed partial class DeliveryBodies
{
    public SimulatedDelivery ReleasePublished(SimulatedRelease release, SimulatedUser sender) => Make("release", ReleasePayload(release, "published", sender));

    /// <summary>The text of a release was changed.</summary>
    public SimulatedDelivery ReleaseEdited(SimulatedRelease release, SimulatedUser sender)
    {
        var payload = ReleasePayload(release, "edited", sender);
        payload["changes"] = new JsonObject { ["body"] = new JsonObject { ["from"] = "" } };
        return Make("release", payload);
    }

    private JsonObject ReleasePayload(SimulatedRelease release, string action, SimulatedUser sender)
    {
        var api = $"{Shapes.Api(release.Repository)}/releases/{release.Id}";
        var tag = Uri.EscapeDataString(release.Tag);
        var payload = Base(action, release.Repository, sender);
        payload["release"] = new JsonObject
        {
            ["url"] = api,
            ["assets_url"] = $"{api}/assets",
            ["upload_url"] = $"https://uploads.github.com/repos/{release.Repository.FullName}/releases/{release.Id}/assets{{?name,label}}",
            ["html_url"] = $"https://github.com/{release.Repository.FullName}/releases/tag/{tag}",
            ["id"] = release.Id,
            ["author"] = Shapes.User(release.Author),
            ["node_id"] = Shapes.Node("RE", release.Id),
            ["tag_name"] = release.Tag,
            ["target_commitish"] = release.Repository.DefaultBranch,
            ["name"] = release.Tag,
            ["draft"] = release.Draft,
            ["immutable"] = false,
            ["prerelease"] = release.Prerelease,
            ["created_at"] = Shapes.Time(release.CreatedAt),
            ["updated_at"] = Shapes.Time(release.PublishedAt ?? release.CreatedAt),
            ["published_at"] = Shapes.Time(release.PublishedAt),
            ["assets"] = new JsonArray(),
            ["tarball_url"] = $"{Shapes.Api(release.Repository)}/tarball/{tag}",
            ["zipball_url"] = $"{Shapes.Api(release.Repository)}/zipball/{tag}",
            ["body"] = "What is new.",
        };
        return payload;
    }
}
