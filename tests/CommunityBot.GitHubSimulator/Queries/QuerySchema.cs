using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Queries;

/// <summary>What can be asked, as an installation.</summary>
internal sealed partial class QuerySchema(SimulatedGitHub github, long installationId)
{
    private const string BotSuffix = "[bot]";

    public QueryObject Query() => new("Query", new Dictionary<string, Func<QueryField, object?>>
    {
        ["viewer"] = _ => User(github.Bot),
        ["rateLimit"] = _ => new QueryObject("RateLimit", new Dictionary<string, Func<QueryField, object?>>
        {
            ["limit"] = _ => (JsonNode)5000,
            ["cost"] = _ => (JsonNode)1,
            ["remaining"] = _ => (JsonNode)4999,
            ["resetAt"] = _ => (JsonNode)Shapes.Time(github.Time.GetUtcNow().AddHours(1))!,
        }),
        ["node"] = field => field.Text("id") is var id && github.FindUserByNode(id) is { } user ? User(user) : Discussion(Find(id, "discussions=read")),
        ["repository"] = field => Repository(field.Text("owner"), field.Text("name")),
    });

    /// <summary>A repository that the installation may do something in.</summary>
    public SimulatedRepository FindRepository(string id, string permission) =>
        Allowed(github.Repositories.Values.FirstOrDefault(repository => Covers(repository) && Shapes.Node("R", repository.Id) == id) ?? throw QueryException.NoNode(id), permission);

    private static SimulatedRepository Allowed(SimulatedRepository repository, string permission) =>
        repository.Installation.May(permission) ? repository : throw new QueryException("FORBIDDEN", "Resource not accessible by integration");

    private bool Covers(SimulatedRepository repository) => repository.Installation.Id == installationId;

    private QueryObject Repository(string owner, string name)
    {
        var repository = github.FindRepository(owner, name) ?? github.FindFormer(owner, name);
        return repository is not null && Covers(repository) ? Repository(repository)
            : throw new QueryException("NOT_FOUND", $"Could not resolve to a Repository with the name '{owner}/{name}'.");
    }

    private QueryObject Repository(SimulatedRepository repository) => new("Repository", new Dictionary<string, Func<QueryField, object?>>
    {
        ["id"] = _ => (JsonNode)Shapes.Node("R", repository.Id),
        ["databaseId"] = _ => (JsonNode)repository.Id,
        ["nameWithOwner"] = _ => (JsonNode)repository.FullName,
        ["label"] = field => repository.Labels.TryGetValue(field.Text("name"), out var label) ? Label(label) : null,
        ["hasDiscussionsEnabled"] = _ => (JsonNode)repository.HasDiscussions,
        ["discussionCategories"] = field => QueryConnection.Of(field, Categories(Allowed(repository, "discussions=read")), Category),
        ["discussions"] = field => Discussions(field, Allowed(repository, "discussions=read")),
        ["releases"] = field => Releases(field, repository),
        ["ref"] = field => Ref(repository, field.Text("qualifiedName")),
        ["pullRequests"] = field => PullRequests(field, Allowed(repository, "pull_requests=read")),
        ["issue"] = field => Issue(FindIssue(repository, field.Number("number", 0))),
        ["pullRequest"] = field => PullRequest(FindPullRequest(repository, field.Number("number", 0))),
    });

    private QueryObject User(SimulatedUser user) => new(user.Type == "Bot" ? "Bot" : "User", new Dictionary<string, Func<QueryField, object?>>
    {
        ["id"] = _ => (JsonNode)Shapes.Node("U", user.Id),
        ["login"] = _ => (JsonNode)user.Login,
        ["databaseId"] = _ => (JsonNode)user.Id,
        ["repositoryDiscussions"] = field => QueryConnection.Of(field, Opened(user, field.Text("repositoryId")), Discussion),
    });

    /// <summary>Who did something; nobody if the account is gone. The names of bots are without their suffix here.</summary>
    private QueryObject? Actor(SimulatedUser? user) => user switch
    {
        null or { Deleted: true } => null,
        { Type: "Bot" } => User(user with { Login = user.Login.Replace(BotSuffix, "", StringComparison.Ordinal) }),
        _ => User(user),
    };

    private static QueryObject Label(SimulatedLabel label) => new("Label", new Dictionary<string, Func<QueryField, object?>>
    {
        ["id"] = _ => (JsonNode)Shapes.Node("LA", label.Id),
        ["name"] = _ => (JsonNode)label.Name,
    });
}
