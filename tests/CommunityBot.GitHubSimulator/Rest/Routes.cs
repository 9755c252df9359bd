using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>The REST interface, at the root as on GitHub.com and below <c>/api/v3</c> as on an Enterprise Server.</summary>
internal static class Routes
{
    public static void Map(WebApplication app, SimulatedGitHub github)
    {
        foreach (var root in new[] { "", "/api/v3" })
        {
            var routes = app.MapGroup(root);
            MapApp(routes, github);
            AppHook.Map(routes, github);
            github.Manifests.MapExchange(routes);
            Users.Map(routes, github);
            Teams.Map(routes, github);
            MapRepository(routes.MapGroup("/repos/{owner}/{repo}"), github);
            MapRepository(routes.MapGroup("/repositories/{id:long}"), github);
        }

        github.Manifests.MapPages(app);
        app.MapFallback((HttpContext http) =>
        {
            github.LogUnknown($"{http.Request.Method} {http.Request.Path}");
            return Answer.NotFound();
        });
    }

    private static void MapApp(RouteGroupBuilder routes, SimulatedGitHub github)
    {
        routes.MapGet("/app", (HttpRequest request) => github.Tokens.IsApp(request) ? Answer.Json(Shapes.App(github))
            : AccessTokens.IssuerOf(request) is { } issuer && issuer != $"{github.AppId}" ? Answer.Refuse(404, "Integration not found")
            : Answer.BadJwt());
        routes.MapGet("/app/installations", (HttpContext http) => github.Tokens.IsApp(http.Request)
            ? Answer.Page<Installation>(
                http,
                [.. github.Installations.Values.Where(installation => !installation.Deleted).OrderBy(installation => installation.Id)],
                installation => Shapes.Installation(github, installation))
            : Answer.BadJwt());
        routes.MapGet("/app/installations/{id:long}", (HttpRequest request, long id) =>
            !github.Tokens.IsApp(request) ? Answer.BadJwt()
            : github.Installations.TryGetValue(id, out var installation) && !installation.Deleted ? Answer.Json(Shapes.Installation(github, installation))
            : Answer.NotFound());
        routes.MapGet("/installation/repositories", (HttpContext http) =>
            github.Tokens.InstallationOf(http.Request) is var installation and not 0
                ? Answer.Page<SimulatedRepository>(
                    http,
                    [.. github.Repositories.Values.Where(repository => repository.Installation.Id == installation).OrderBy(repository => repository.Id)],
                    repository => Shapes.Repository(github, repository),
                    "repositories")
                : Answer.Refuse(401, "Bad credentials"));
        routes.MapPost("/app/installations/{id:long}/access_tokens", (HttpRequest request, long id) =>
        {
            if (!github.Tokens.IsApp(request))
            {
                return Answer.BadJwt();
            }

            if (!github.Installations.TryGetValue(id, out var installation) || installation.Deleted)
            {
                return Answer.NotFound();
            }

            if (installation.Suspended)
            {
                return Answer.Refuse(403, "This installation has been suspended");
            }

            var (token, expiresAt) = github.Tokens.Issue(id);
            return Answer.Json(
                new JsonObject
                {
                    ["token"] = token,
                    ["expires_at"] = Shapes.Time(expiresAt),
                    ["permissions"] = Shapes.Permissions(installation.Permissions),
                    ["repository_selection"] = "selected",
                },
                201);
        });
    }

    private static void MapRepository(RouteGroupBuilder routes, SimulatedGitHub github)
    {
        routes.MapGet("", (HttpContext http) => Access.With(github, http, repository => Answer.Json(Shapes.WholeRepository(github, repository))));
        routes.MapGet("/collaborators/{login}/permission", (HttpContext http, string login) =>
            Access.With(github, http, repository => Permissions.Answer(github, repository, login)));
        routes.MapGet("/issues", (HttpContext http) => Access.With(github, http, repository => IssueList.Answer(github, http, repository), "issues=read"));
        routes.MapGet("/issues/{number:int}", (HttpContext http, int number) =>
            Access.WithItem(github, http, number, item => Answer.Json(Issues.Whole(github, item))));
        routes.MapGet("/issues/{number:int}/comments", (HttpContext http, int number) =>
            Access.WithItem(github, http, number, item => Issues.ListComments(github, http, item)));
        routes.MapPost("/issues/{number:int}/comments", (HttpContext http, int number, JsonObject body) =>
            Access.WithItem(github, http, number, item => Issues.AddComment(github, item, body), "issues=write; pull_requests=write"));
        routes.MapPost("/issues/{number:int}/reactions", (HttpContext http, int number, JsonObject body) =>
            Access.WithItem(github, http, number, item => Reactions.Add(github, item, body, item.Add), "issues=write; pull_requests=write"));
        routes.MapPatch("/issues/{number:int}", (HttpContext http, int number, JsonObject body) =>
            Access.WithItem(github, http, number, item => Issues.Change(github, item, body), "issues=write; pull_requests=write"));
        Assignees.Map(routes, github);
        Comments.Map(routes, github);
        Labels.Map(routes, github);
        Pulls.Map(routes, github);
        ReviewRequests.Map(routes, github);
        CheckRuns.Map(routes, github);
        CheckSuites.Map(routes, github);
        Commits.Map(routes, github);
        Contents.Map(routes, github);
        CommunityProfile.Map(routes, github);
    }
}
