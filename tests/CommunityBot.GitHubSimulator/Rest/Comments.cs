using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Comments, known by their id alone.</summary>
internal static class Comments
{
    public static void Map(RouteGroupBuilder routes, SimulatedGitHub github)
    {
        routes.MapDelete("/issues/comments/{comment:long}", (HttpContext http, long comment) =>
            With(github, http, item => item.Comments, comment, Delete, "issues=write; pull_requests=write"));
        routes.MapPost("/issues/comments/{comment:long}/reactions", (HttpContext http, long comment, JsonObject body) =>
            With(github, http, item => item.Comments, comment, React(github, body), "issues=write; pull_requests=write"));
        routes.MapPost("/pulls/comments/{comment:long}/reactions", (HttpContext http, long comment, JsonObject body) =>
            With(github, http, item => item.LineComments, comment, React(github, body), "pull_requests=write"));
    }

    private static IResult With(
        SimulatedGitHub github, HttpContext http, Func<SimulatedItem, IReadOnlyList<SimulatedComment>> comments, long id,
        Func<SimulatedItem, SimulatedComment, IResult> answer, string permission) => Access.With(
        github,
        http,
        repository => repository.Items.Values.Where(item => !item.Deleted)
            .SelectMany(item => comments(item).Where(comment => comment.Id == id).Select(comment => answer(item, comment))).FirstOrDefault() ?? Answer.NotFound(),
        permission);

    private static IResult Delete(SimulatedItem item, SimulatedComment comment)
    {
        if (item.Repository.Archived)
        {
            return Answer.Archived();
        }

        item.Remove(comment);
        return Results.NoContent();
    }

    private static Func<SimulatedItem, SimulatedComment, IResult> React(SimulatedGitHub github, JsonObject body) =>
        (item, comment) => Reactions.Add(github, item, body, comment.Add);
}
