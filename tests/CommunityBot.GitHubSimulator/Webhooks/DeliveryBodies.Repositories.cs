using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Webhooks;

/// <summary>What deliveries tell of repositories themselves.</summary>
public sealed partial class DeliveryBodies
{
    /// <summary>What stands for no commit: before a branch was made, and after it was deleted.</summary>
    public const string NoCommit = "0000000000000000000000000000000000000000";

    /// <summary>More commits than this are not told.</summary>
    private const int MostCommits = 2048;

    /// <summary>A push to a branch, the default branch if none is named.</summary>
    /// <param name="repository">Where to.</param>
    /// <param name="after">The branch's last commit.</param>
    /// <param name="before">The one that it was before, or <see cref="NoCommit"/> if the branch is new; the parent of <paramref name="after"/> if null.</param>
    /// <param name="branch">The branch.</param>
    /// <param name="pusher">Who pushed; the owner if null.</param>
    /// <param name="forced">Whether the branch lost commits.</param>
    public SimulatedDelivery Pushed(
        SimulatedRepository repository, string after, string? before = null, string? branch = null, SimulatedUser? pusher = null, bool forced = false) =>
        Push(repository, $"refs/heads/{branch ?? repository.DefaultBranch}", before ?? repository.Files.Find(after)?.Parent ?? NoCommit, after, pusher, forced);

    public SimulatedDelivery BranchDeleted(SimulatedRepository repository, string branch, string before, SimulatedUser? pusher = null) =>
        Push(repository, $"refs/heads/{branch}", before, NoCommit, pusher, forced: false);

    public SimulatedDelivery TagPushed(SimulatedRepository repository, string tag, string sha, SimulatedUser? pusher = null) =>
        Push(repository, $"refs/tags/{tag}", NoCommit, sha, pusher, forced: false);

    public SimulatedDelivery RepositoryRenamed(SimulatedRepository repository, string from) =>
        Repository(repository, "renamed", new() { ["repository"] = new JsonObject { ["name"] = new JsonObject { ["from"] = from } } });

    public SimulatedDelivery RepositoryTransferred(SimulatedRepository repository, SimulatedUser from) => Repository(repository, "transferred", new()
    {
        ["owner"] = new JsonObject
        {
            ["from"] = from.Type == "Organization" ? new JsonObject { ["organization"] = Shapes.Organization(from) } : new JsonObject { ["user"] = Shapes.User(from) },
        },
    });

    /// <summary>The default branch is another.</summary>
    public SimulatedDelivery RepositoryEdited(SimulatedRepository repository, string defaultBranchFrom) =>
        Repository(repository, "edited", new() { ["default_branch"] = new JsonObject { ["from"] = defaultBranchFrom } });

    public SimulatedDelivery RepositoryArchived(SimulatedRepository repository) => Repository(repository, "archived");

    public SimulatedDelivery RepositoryUnarchived(SimulatedRepository repository) => Repository(repository, "unarchived");

    public SimulatedDelivery RepositoryDeleted(SimulatedRepository repository) => Repository(repository, "deleted");

    /// <summary>The owner has granted what the App asks for since it was installed.</summary>
    public SimulatedDelivery PermissionsAccepted(Installation installation) => Installed("installation", "new_permissions_accepted", installation);

    private SimulatedDelivery Repository(SimulatedRepository repository, string action, JsonObject? changes = null)
    {
        var payload = Base(action, repository, github.AddUser("owner"));
        if (changes is not null)
        {
            payload["changes"] = changes;
        }

        return Make("repository", payload);
    }

    private SimulatedDelivery Push(SimulatedRepository repository, string reference, string before, string after, SimulatedUser? pusher, bool forced)
    {
        var sender = pusher ?? github.AddUser("owner");
        var (created, deleted) = (before == NoCommit, after == NoCommit);
        var commits = deleted || reference.StartsWith("refs/tags/", StringComparison.Ordinal) ? []
            : repository.Files.Between(!created ? before : reference == $"refs/heads/{repository.DefaultBranch}" ? null : repository.Files.Head.Sha, after);
        var html = $"https://github.com/{repository.FullName}";
        var payload = Base("", repository, sender);
        payload.Remove("action");
        foreach (var (name, value) in new (string, JsonNode?)[]
        {
            ("ref", reference), ("before", before), ("after", after), ("repository", PushShapes.Repository(github, repository)),
            ("pusher", PushShapes.Person(sender, withLogin: false)), ("created", created), ("deleted", deleted), ("forced", forced), ("base_ref", null),
            ("compare", created ? $"{html}/compare/{reference.Split('/', 3)[2]}" : $"{html}/compare/{before[..12]}...{after[..12]}"),
            ("commits", new JsonArray([.. commits.TakeLast(MostCommits).Select(commit => (JsonNode)PushShapes.Commit(repository, commit))])),
            ("head_commit", deleted ? null : PushShapes.Commit(repository, repository.Files.Find(after)!)),
        })
        {
            payload[name] = value;
        }

        return Make("push", payload);
    }
}
