using System.Text.RegularExpressions;

namespace CommunityBot.GitHubSimulator;

/// <summary>What a person or another process drives the simulator with, below <c>/_simulator</c>.</summary>
internal static partial class ControlRoutes
{
    /// <summary>What to open.</summary>
    public sealed record Open(string Repository, string Login, string Kind = "pull_request", string Title = "Make it work", string? Webhook = null);

    public static void Map(WebApplication app, SimulatedGitHub github)
    {
        app.MapPost("/_simulator/open", async (Open open) =>
        {
            var item = Carry(github, open);
            var status = open.Webhook is { } target ? await github.SendAsync(github.Deliveries.Opened(item), new Uri(target)) : 0;
            return Results.Ok(new { number = item.Number, status });
        });
        app.MapGet("/_simulator/state", () => Results.Ok(State(github)));
        app.MapGet("/", () => Results.Text(Listing(github), "text/plain; charset=utf-8"));
    }

    private static SimulatedItem Carry(SimulatedGitHub github, Open open)
    {
        var parts = open.Repository.Split('/', 2);
        var repository = github.FindRepository(parts[0], parts[^1])
            ?? github.AddRepository(github.AddInstallation(parts[0], github.Time.GetUtcNow().AddDays(-1)), parts[0], parts[^1]);
        var author = github.AddUser(open.Login);
        return open.Kind switch
        {
            "issue" => github.OpenIssue(repository, author, open.Title),
            "discussion" => github.OpenDiscussion(repository, author, open.Title),
            _ => github.OpenPullRequest(repository, author, open.Title),
        };
    }

    private static IEnumerable<SimulatedItem> Everything(SimulatedRepository repository) => repository.Items.Values.Concat(repository.Discussions.Values);

    private static object State(SimulatedGitHub github)
    {
        var items = github.Repositories.Values.SelectMany(Everything).ToList();
        var comments = items.SelectMany(item => item.Comments).ToList();
        var markers = items.Select(item => item.Body).Concat(comments.Select(comment => comment.Body)).Select(body => Marker().Match(body)).Where(match => match.Success).Select(match => match.Value).ToList();
        return new { comments = comments.Count, discussions = items.Count(item => item.IsDiscussion && item.Author == github.Bot), doubled = markers.Count - markers.Distinct().Count(), requests = github.Requests.Count };
    }

    private static string Listing(SimulatedGitHub github) => string.Join('\n',
        from repository in github.Repositories.Values
        orderby repository.FullName
        from item in Everything(repository).OrderBy(item => item.Number)
        from line in new[] { $"{repository.FullName}#{item.Number} {item.Title} (by {item.Author?.Login})" }
            .Concat(item.Author == github.Bot ? Quoted(item.Body) : [])
            .Concat(item.Reactions.Select(reaction => $"  :{reaction.Content}: by {reaction.Author.Login}"))
            .Concat(item.Comments.SelectMany(comment => Quoted($"{comment.Author.Login}:\n{comment.Body}")))
            .Append("")
        select line);

    private static IEnumerable<string> Quoted(string text) => text.Split('\n').Select(line => $"  | {line}");

    [GeneratedRegex("<!-- community-bot moment=[^>]+ -->")]
    private static partial Regex Marker();
}
