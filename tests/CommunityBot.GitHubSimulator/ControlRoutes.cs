using System.Text.RegularExpressions;

namespace CommunityBot.GitHubSimulator;

/// <summary>What a person or another process drives the simulator with, below <c>/_simulator</c>.</summary>
internal static partial class ControlRoutes
{
    /// <summary>What to open.</summary>
    public sealed record Open(string Repository, string Login, string Kind = "pull_request", string Title = "Make it work", string? Webhook = null);

    /// <summary>A file to push to the default branch.</summary>
    public sealed record Push(string Repository, string Path, string Text, string Login = "owner", string? Webhook = null);

    /// <summary>What to say on an issue, a pull request or a discussion.</summary>
    public sealed record Say(string Repository, int Number, string Login, string Body, string? Webhook = null);

    public static void Map(WebApplication app, SimulatedGitHub github)
    {
        app.MapPost("/_simulator/open", async (Open open) =>
        {
            var item = Carry(github, open);
            var status = open.Webhook is { } target ? await github.SendAsync(github.Deliveries.Opened(item), new Uri(target)) : 0;
            return Results.Ok(new { number = item.Number, status });
        });
        app.MapPost("/_simulator/push", async (Push push) =>
        {
            var repository = RepositoryOf(github, push.Repository);
            var sha = github.PutFile(repository, push.Path, push.Text, author: github.AddUser(push.Login));
            var status = push.Webhook is { } target ? await github.SendAsync(github.Deliveries.Pushed(repository, sha), new Uri(target)) : 0;
            return Results.Ok(new { sha, status });
        });
        app.MapPost("/_simulator/comment", async (Say say) =>
        {
            var repository = RepositoryOf(github, say.Repository);
            if (Listing.Everything(repository).FirstOrDefault(item => item.Number == say.Number) is not { } item)
            {
                return Results.NotFound();
            }

            var comment = github.Comment(item, github.AddUser(say.Login), say.Body);
            var status = say.Webhook is { } target ? await github.SendAsync(github.Deliveries.Commented(item, comment), new Uri(target)) : 0;
            return Results.Ok(new { id = comment.Id, status });
        });
        app.MapGet("/_simulator/state", () => Results.Ok(State(github)));
        app.MapGet("/", () => Results.Text(Listing.Of(github), "text/plain; charset=utf-8"));
    }

    private static SimulatedItem Carry(SimulatedGitHub github, Open open)
    {
        var repository = RepositoryOf(github, open.Repository);
        var author = github.AddUser(open.Login);
        return open.Kind switch
        {
            "issue" => github.OpenIssue(repository, author, open.Title),
            "discussion" => github.OpenDiscussion(repository, author, open.Title),
            _ => github.OpenPullRequest(repository, author, open.Title),
        };
    }

    private static SimulatedRepository RepositoryOf(SimulatedGitHub github, string fullName)
    {
        var parts = fullName.Split('/', 2);
        return github.FindRepository(parts[0], parts[^1])
            ?? github.AddRepository(github.AddInstallation(parts[0], github.Time.GetUtcNow().AddDays(-1)), parts[0], parts[^1]);
    }

    private static object State(SimulatedGitHub github)
    {
        var items = github.Repositories.Values.SelectMany(Listing.Everything).ToList();
        var comments = items.SelectMany(item => item.Comments).ToList();
        var markers = items.Select(item => item.Body).Concat(comments.Select(comment => comment.Body)).Select(body => Marker().Match(body)).Where(match => match.Success).Select(match => match.Value).ToList();
        return new { comments = comments.Count, discussions = items.Count(item => item.IsDiscussion && item.Author == github.Bot), doubled = markers.Count - markers.Distinct().Count(), requests = github.Requests.Count };
    }

    [GeneratedRegex("<!-- community-bot moment=[^>]+ -->")]
    private static partial Regex Marker();
}
