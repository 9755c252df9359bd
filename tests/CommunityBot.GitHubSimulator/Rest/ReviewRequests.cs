using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Who is asked to review a pull request.</summary>
internal static class ReviewRequests
{
    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github) =>
        routes.MapPost("/pulls/{number:int}/requested_reviewers", (HttpContext http, int number, JsonObject body) =>
            Pulls.With(github, http, number, pull => Ask(github, pull, body), "pull_requests=write"));

    private static IResult Ask(SimulatedGitHub github, SimulatedItem pull, JsonObject body)
    {
        var logins = Names(body, "reviewers");
        var reviewers = logins.Select(github.FindUser).OfType<SimulatedUser>().Where(user => Permissions.IsCollaborator(github, pull.Repository, user)).ToList();
        var slugs = Names(body, "team_reviewers");
        var teams = github.Teams.Values.Where(team => slugs.Contains(team.Slug) && team.Roles.ContainsKey(pull.Repository.Id)).ToList();
        if (pull.Repository.Archived)
        {
            return Answer.Archived();
        }

        if (logins.Contains(pull.Author?.Login, StringComparer.OrdinalIgnoreCase))
        {
            return Answer.Refuse(422, "Review cannot be requested from pull request author.");
        }

        if (logins.Count + slugs.Count == 0 || reviewers.Count < logins.Count || teams.Count < slugs.Count)
        {
            return Answer.Refuse(
                422,
                "Reviews may only be requested from collaborators. One or more of the users or teams you specified is not a collaborator of the "
                    + $"{pull.Repository.FullName} repository.");
        }

        reviewers.ForEach(reviewer => github.RequestReview(pull, reviewer));
        teams.ForEach(team => github.RequestReview(pull, team));
        return Answer.Json(PullRequestShape.Simple(github, pull), 201);
    }

    private static List<string> Names(JsonObject body, string name) => [.. (body[name] as JsonArray ?? []).Select(each => $"{each}")];
}
