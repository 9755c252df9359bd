using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Accounts, by their login and by their id.</summary>
internal static class Users
{
    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github)
    {
        routes.MapGet("/users/{login}", (HttpContext http, string login) => Get(github, http, github.FindUser(login)));
        routes.MapGet("/user/{id:long}", (HttpContext http, long id) => Get(github, http, github.FindUser(id)));
    }

    private static IResult Get(SimulatedGitHub github, HttpContext http, SimulatedUser? user) =>
        github.Tokens.InstallationOf(http.Request) == 0 ? Answer.Refuse(401, "Bad credentials")
        : user is null ? Answer.NotFound()
        : Answer.Json(Whole(user));

    private static JsonObject Whole(SimulatedUser user)
    {
        var shape = Shapes.User(user)!;
        foreach (var (name, value) in new (string, JsonNode?)[]
        {
            ("name", null), ("company", null), ("blog", ""), ("location", null), ("email", null), ("hireable", null), ("bio", null), ("twitter_username", null),
            ("public_repos", 3), ("public_gists", 0), ("followers", 2), ("following", 1), ("created_at", "2020-01-02T03:04:05Z"), ("updated_at", "2026-01-02T03:04:05Z"),
        })
        {
            shape[name] = value;
        }

        return shape;
    }
}
