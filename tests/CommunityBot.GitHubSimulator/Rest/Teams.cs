using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Teams of the organization that the App is installed on.</summary>
internal static class Teams
{
    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github)
    {
        routes.MapGet("/orgs/{org}/teams/{slug}/repos", (HttpContext http, string org, string slug) =>
            With(github, http, org, slug, (installation, team) => Answer.Page<SimulatedRepository>(
                http,
                [.. github.Repositories.Values.Where(repository => repository.Installation == installation && team.Roles.ContainsKey(repository.Id)).OrderBy(repository => repository.Id)],
                repository => Repository(github, repository, team.Roles[repository.Id]))));
        routes.MapGet("/orgs/{org}/teams/{slug}/members", (HttpContext http, string org, string slug) =>
            With(github, http, org, slug, (_, team) => Answer.Page<SimulatedUser>(http, [.. team.Members.Values.OrderBy(user => user.Id)], user => Shapes.User(user)!)));
    }

    private static IResult With(SimulatedGitHub github, HttpContext http, string org, string slug, Func<Installation, SimulatedTeam, IResult> answer)
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
        return team is null || !string.Equals(installation.Account.Login, org, StringComparison.OrdinalIgnoreCase) ? Answer.NotFound() : answer(installation, team);
    }

    private static JsonObject Repository(SimulatedGitHub github, SimulatedRepository repository, string role)
    {
        var shape = Shapes.Repository(github, repository);
        shape["permissions"] = Permissions.Of(role);
        shape["role_name"] = role;
        return shape;
    }
}
