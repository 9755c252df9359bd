using System.Text;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Webhooks;

/// <summary>Makes the payloads of deliveries.</summary>
public sealed partial class DeliveryBodies(SimulatedGitHub github)
{
    public SimulatedDelivery Opened(SimulatedItem item) => item.IsDiscussion ? DiscussionCreated(item) : item.IsPullRequest ? PullRequest(item, "opened") : Issue(item, "opened");

    /// <summary>An issue that came from another repository: it arrives as opened, by its first author.</summary>
    public SimulatedDelivery IssueTransferred(SimulatedItem item) => Issue(item, "opened", new JsonObject
    {
        ["old_issue"] = Shapes.Issue(github, item),
        ["old_repository"] = Shapes.Repository(github, item.Repository),
    });

    public SimulatedDelivery InstallationCreated(Installation installation, params SimulatedRepository[] repositories) =>
        Installed("installation", "created", installation, ("repositories", Short(repositories)), ("requester", null));

    public SimulatedDelivery InstallationDeleted(Installation installation) =>
        Installed("installation", "deleted", installation, ("repositories", new JsonArray()));

    public SimulatedDelivery RepositoriesAdded(Installation installation, params SimulatedRepository[] repositories) => Installed(
        "installation_repositories", "added", installation, ("repository_selection", "selected"), ("repositories_added", Short(repositories)),
        ("repositories_removed", new JsonArray()), ("requester", null));

    public SimulatedDelivery RepositoriesRemoved(Installation installation, params SimulatedRepository[] repositories) => Installed(
        "installation_repositories", "removed", installation, ("repository_selection", "selected"), ("repositories_added", new JsonArray()),
        ("repositories_removed", Short(repositories)), ("requester", null));

    private SimulatedDelivery Issue(SimulatedItem item, string action, JsonObject? changes = null)
    {
        var payload = IssuePayload(item, action);
        if (changes is not null)
        {
            payload["changes"] = changes;
        }

        return Make("issues", payload);
    }

    private JsonObject IssuePayload(SimulatedItem item, string action, SimulatedUser? sender = null)
    {
        var payload = Base(action, item.Repository, sender ?? item.Author);
        payload["issue"] = Shapes.Issue(github, item);
        return payload;
    }

    private SimulatedDelivery PullRequest(SimulatedItem item, string action) => Make("pull_request", PullRequestPayload(item, action));

    private JsonObject PullRequestPayload(SimulatedItem item, string action, SimulatedUser? sender = null)
    {
        var payload = Base(action, item.Repository, sender ?? item.Author);
        payload["number"] = item.Number;
        payload["pull_request"] = PullRequestShape.Of(github, item);
        return payload;
    }

    private SimulatedDelivery Installed(string webhook, string action, Installation installation, params (string Name, JsonNode? Value)[] parts)
    {
        var payload = new JsonObject { ["action"] = action, ["installation"] = Shapes.Installation(github, installation) };
        foreach (var (name, value) in parts)
        {
            payload[name] = value;
        }

        payload["sender"] = Shapes.User(github.AddUser("owner"));
        return Make(webhook, payload);
    }

    private JsonObject Base(string action, SimulatedRepository repository, SimulatedUser? sender) => new()
    {
        ["action"] = action,
        ["repository"] = Shapes.Repository(github, repository),
        ["sender"] = Shapes.User(sender),
        ["installation"] = Origin(repository.Installation),
    };

    /// <summary>The installation that a delivery is sent for.</summary>
    private static JsonObject Origin(Installation installation) => new() { ["id"] = installation.Id, ["node_id"] = Shapes.Node("INST", installation.Id) };

    private static JsonArray Short(SimulatedRepository[] repositories) => new([.. repositories.Select(repository => (JsonNode)new JsonObject
    {
        ["id"] = repository.Id,
        ["node_id"] = Shapes.Node("R", repository.Id),
        ["name"] = repository.Name,
        ["full_name"] = repository.FullName,
        ["private"] = repository.IsPrivate,
    })]);

    private static SimulatedDelivery Make(string webhook, JsonObject payload) =>
        new(Guid.NewGuid().ToString(), webhook, Encoding.UTF8.GetBytes(payload.ToJsonString()));
}
