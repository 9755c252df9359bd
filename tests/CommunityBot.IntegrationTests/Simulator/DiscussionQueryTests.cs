using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class DiscussionQueryTests : IAsyncLifetime
{
    private const string Places = """
        query DiscussionPlaces($owner: String!, $name: String!) {
          repository(owner: $owner, name: $name) { id hasDiscussionsEnabled discussionCategories(first: 50) { nodes { id name } } }
        }
        """;

    private const string Own = """
        query OwnDiscussions($owner: String!, $name: String!, $category: ID!) {
          repository(owner: $owner, name: $name) {
            discussions(first: 50, categoryId: $category, orderBy: {field: CREATED_AT, direction: DESC}) {
              nodes { url body createdAt viewerDidAuthor } pageInfo { hasNextPage endCursor }
            }
          }
        }
        """;

    private const string Create = "mutation CreateDiscussion($input: CreateDiscussionInput!) { createDiscussion(input: $input) { discussion { url } } }";

    private Caller _caller = null!;

    public async ValueTask InitializeAsync() => _caller = await Caller.StartAsync();

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public async Task A_repository_tells_where_discussions_are_opened()
    {
        var news = _caller.GitHub.AddCategory(_caller.Repository, "News");
        var open = await PlacesAsync();
        _caller.Repository.HasDiscussions = false;
        var closed = await PlacesAsync();

        Assert.True((bool)open["hasDiscussionsEnabled"]!);
        Assert.Equal(
            ["Announcements", "General", "Ideas", "Polls", "Q&A", "Show and tell", "News"], open["discussionCategories"]!["nodes"]!.AsArray().Select(place => $"{place!["name"]}"));
        Assert.Equal(news.NodeId, $"{open["discussionCategories"]!["nodes"]![6]!["id"]}");
        Assert.False((bool)closed["hasDiscussionsEnabled"]!);
        Assert.Empty(closed["discussionCategories"]!["nodes"]!.AsArray());
        Assert.False((bool)(await _caller.GetObjectAsync("repos/octo/hello"))["has_discussions"]!);
    }

    [Fact]
    public async Task A_discussion_is_opened_and_found_again()
    {
        var places = await PlacesAsync();
        var category = _caller.Repository.Categories.First();
        var input = Input(title: "This month", body: "Who was here.\n");
        _caller.GitHub.OpenDiscussion(_caller.Repository, _caller.GitHub.AddUser("somebody"), category: category, body: "Mine.");
        _caller.GitHub.OpenDiscussion(_caller.Repository, _caller.GitHub.AddUser("somebody"));

        Assert.Equal($"{places["id"]}", $"{input["repositoryId"]}");
        var created = await _caller.QueryAsync(Create, new() { ["input"] = input });

        var discussion = _caller.Repository.Discussions[3];
        Assert.Equal("https://github.com/octo/hello/discussions/3", $"{created["createDiscussion"]!["discussion"]!["url"]}");
        Assert.Equal(("This month", "Who was here.\n", category, _caller.GitHub.Bot), (discussion.Title, discussion.Body, discussion.Category, discussion.Author));
        Assert.Equal(
            ["https://github.com/octo/hello/discussions/3 Who was here.\n 2026-11-24T09:00:00Z true", "https://github.com/octo/hello/discussions/1 Mine. 2026-11-24T09:00:00Z false"],
            (await OwnAsync(category)).Select(found => $"{found!["url"]} {found["body"]} {found["createdAt"]} {found["viewerDidAuthor"]}"));

        _caller.GitHub.Faults.ReadLag = TimeSpan.FromMinutes(1);
        Assert.Empty(await OwnAsync(category));
    }

    [Fact]
    public async Task A_discussion_is_refused_where_GitHub_refuses_it()
    {
        Assert.Equal("NOT_FOUND", await RefusedAsync(Input(category: "DIC_unknown")));
        Assert.Equal("UNPROCESSABLE", await RefusedAsync(Input(title: "")));
        Assert.Equal("UNPROCESSABLE", await RefusedAsync(Input(body: new string('x', 65_537))));
        _caller.Repository.HasDiscussions = false;
        Assert.Equal("NOT_FOUND", await RefusedAsync(Input()));
        _caller.Repository.HasDiscussions = true;
        _caller.Repository.Archived = true;
        Assert.Equal("FORBIDDEN", await RefusedAsync(Input()));
        _caller.Repository.Archived = false;
        _caller.Installation.Permissions["discussions"] = "read";
        Assert.Equal("FORBIDDEN", await RefusedAsync(Input()));
        Assert.Empty(_caller.Repository.Discussions);
        _caller.Installation.Permissions.TryRemove("discussions", out _);
        Assert.Equal("FORBIDDEN", await _caller.RefusedQueryAsync(Places, Named()));

        Task<string> RefusedAsync(JsonObject input) => _caller.RefusedQueryAsync(Create, new() { ["input"] = input });
    }

    [Fact]
    public async Task What_the_App_opened_is_among_what_it_said()
    {
        const string body = "Hello. <!-- community-bot moment=digest key=1 -->";
        await _caller.QueryAsync(Create, new() { ["input"] = Input(body: body) });
        await _caller.QueryAsync(Create, new() { ["input"] = Input(body: body) });

        var state = await _caller.GetObjectAsync("_simulator/state");
        Assert.Equal((0, 2, 1), ((int)state["comments"]!, (int)state["discussions"]!, (int)state["doubled"]!));
    }

    private static JsonObject Named() => new() { ["owner"] = "octo", ["name"] = "hello" };

    private JsonObject Input(string title = "This month", string body = "Who was here.", string? category = null) => new()
    {
        ["repositoryId"] = $"R_kgDO{_caller.Repository.Id:x8}",
        ["categoryId"] = category ?? _caller.Repository.Categories.First().NodeId,
        ["title"] = title,
        ["body"] = body,
    };

    private async Task<JsonNode> PlacesAsync() => (await _caller.QueryAsync(Places, Named()))["repository"]!;

    private async Task<JsonArray> OwnAsync(SimulatedCategory category)
    {
        var variables = Named();
        variables["category"] = category.NodeId;
        return (await _caller.QueryAsync(Own, variables))["repository"]!["discussions"]!["nodes"]!.AsArray();
    }
}
