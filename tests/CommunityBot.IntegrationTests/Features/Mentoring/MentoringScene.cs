using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Mentoring;

/// <summary>What tests of mentors and claims do again and again.</summary>
internal static class MentoringScene
{
    public const string GoodFirstIssue = "good first issue";

    /// <summary>An issue that can be claimed.</summary>
    public static SimulatedItem OpenGoodFirstIssue(this Scene scene, string author = "maintainer")
    {
        var issue = scene.OpenIssue(author);
        scene.GitHub.AddLabel(issue, GoodFirstIssue);
        return issue;
    }

    /// <summary>Has somebody comment, and waits for what that leads to.</summary>
    public static async Task<SimulatedComment> SayAsync(this Scene scene, SimulatedItem item, string login, string text)
    {
        var comment = scene.GitHub.Comment(item, scene.GitHub.AddUser(login), text);
        await scene.DeliverAsync(scene.GitHub.Deliveries.Commented(item, comment));
        return comment;
    }

    /// <summary>Has time pass, and everything done that falls due by then.</summary>
    public static Task PassAsync(this Scene scene, double days)
    {
        scene.Time.Advance(TimeSpan.FromDays(days));
        return scene.Bot.SweepAsync();
    }

    /// <summary>Has somebody ask for changes, and waits for what that leads to.</summary>
    public static Task AskForChangesAsync(this Scene scene, SimulatedItem pull, string login, string type = "User", string permission = "write") =>
        scene.ReviewAsync(pull, login, "changes_requested", "Please look at this.", permission: permission, type: type);

    /// <summary>Has GitHub refuse what is asked of it.</summary>
    /// <param name="scene">Where.</param>
    /// <param name="method">The method.</param>
    /// <param name="path">What its path ends with.</param>
    public static void Refuse(this Scene scene, string method, string path) => scene.GitHub.Faults.Add(
        new(FaultKind.Status, (asked, where) => asked == method && where.EndsWith(path, StringComparison.Ordinal)) { Status = 403, Message = "Resource not accessible by integration" });

    public static IEnumerable<string> Assigned(this SimulatedItem item) => item.Assignees.Select(assignee => assignee.Login);

    public static IEnumerable<string> ReactedTo(this SimulatedComment comment) => comment.Reactions.Select(reaction => reaction.Content);

    /// <summary>Everything that the bot said on an item.</summary>
    public static IReadOnlyList<string> SaidOn(this Scene scene, SimulatedItem item) =>
        [.. item.Comments.Where(comment => comment.Author.Id == scene.GitHub.Bot.Id).Select(comment => comment.Body)];
}
