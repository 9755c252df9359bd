using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Who works on an issue or pull request.</summary>
internal static class Assignees
{
    private const string Permission = "issues=write; pull_requests=write";

    /// <summary>More people than this GitHub does not assign.</summary>
    private const int Most = 10;

    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github)
    {
        routes.MapPost("/issues/{number:int}/assignees", (HttpContext http, int number, JsonObject body) =>
            Access.WithItem(github, http, number, item => Change(github, item, body, Assign, 201), Permission));
        routes.MapDelete("/issues/{number:int}/assignees", (HttpContext http, int number, [FromBody] JsonObject body) =>
            Access.WithItem(github, http, number, item => Change(github, item, body, github.Unassign, 200), Permission));

        // Whom it cannot assign, GitHub leaves out without a word.
        void Assign(SimulatedItem item, SimulatedUser user)
        {
            if (item.Assignees.Count < Most && MayBe(github, item, user))
            {
                github.Assign(item, user);
            }
        }
    }

    private static IResult Change(SimulatedGitHub github, SimulatedItem item, JsonObject body, Action<SimulatedItem, SimulatedUser> change, int status)
    {
        if (body["assignees"] is not JsonArray logins)
        {
            return Answer.Refuse(422, "Invalid request.\n\n\"assignees\" wasn't supplied.");
        }

        if (item.Repository.Archived)
        {
            return Answer.Archived();
        }

        foreach (var user in logins.Select(login => github.FindUser($"{login}")).OfType<SimulatedUser>())
        {
            change(item, user);
        }

        return Answer.Json(Issues.Whole(github, item), status);
    }

    /// <summary>Collaborators, and <see href="https://docs.github.com/issues/tracking-your-work-with-issues/using-issues/assigning-issues-and-pull-requests-to-other-github-users">who took part there</see>.</summary>
    private static bool MayBe(SimulatedGitHub github, SimulatedItem item, SimulatedUser user) =>
        Permissions.IsCollaborator(github, item.Repository, user) || item.Author?.Id == user.Id || item.Comments.Any(comment => comment.Author.Id == user.Id);
}
