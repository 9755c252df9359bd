using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Teams of the organization that the App is installed on.</summary>
internal static class Teams
{
    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github) =>
        routes.MapGet("/orgs/{org}/teams/{slug}/repos", (HttpContext http, string org, string slug) => ListRepositories(github, http, org, slug));

    private static IResult ListRepositories(SimulatedGitHub github, HttpContext http, string org, string slug)
    {
        if (!github.Installations.TryGetValue(github.Tokens.InstallationOf(http.Request), out var installation))
        {
            return Answer.Refuse(401, "Bad credentials");
        }

        http.Response.Headers["x-accepted-github-permissions"] = "members=read";
        if (!installation.May("members=read"))
        {
            return Answer.Refuse(403, "Resource not accessible by integration");
        }

        var team = github.Teams.Values.FirstOrDefault(team => team.Organization == installation.Account && team.Slug == slug);
        return team is null || !string.Equals(installation.Account.Login, org, StringComparison.OrdinalIgnoreCase)
            ? Answer.NotFound()
            : Answer.Page<SimulatedRepository>(
                http,
                [.. github.Repositories.Values.Where(repository => repository.Installation == installation && team.Roles.ContainsKey(repository.Id)).OrderBy(repository => repository.Id)],
                repository => Repository(github, repository, team.Roles[repository.Id]));
    }

    private static JsonObject Repository(SimulatedGitHub github, SimulatedRepository repository, string role)
    {
        var shape = Shapes.Repository(github, repository);
        shape["permissions"] = Permissions.Of(role);
        shape["role_name"] = role;
        return shape;
    }
}
