using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Commands;

/// <summary>People who write comments, and what the bot makes of them.</summary>
internal static class Commenting
{
    /// <summary>Has somebody comment on an item, and waits for what that leads to.</summary>
    public static async Task<SimulatedComment> CommentAsync(
        this Scene scene, SimulatedItem item, string login, string body, string association = "NONE", string? permission = null, string type = "User")
    {
        var author = scene.GitHub.AddUser(login, type);
        if (permission is not null)
        {
            scene.Repository.Roles[author.Id] = permission;
        }

        var comment = scene.GitHub.Comment(item, author, body, association);
        await scene.DeliverAsync(scene.GitHub.Deliveries.Commented(item, comment));
        return comment;
    }

    /// <summary>Has somebody edit a comment, its author if nobody is named, and waits for what that leads to.</summary>
    public static async Task EditAsync(this Scene scene, SimulatedItem item, SimulatedComment comment, string body, SimulatedUser? by = null)
    {
        scene.Time.Advance(TimeSpan.FromMinutes(1));
        await scene.DeliverAsync(scene.GitHub.Deliveries.CommentEdited(item, comment, scene.GitHub.EditComment(comment, body), by));
    }

    /// <summary>The bot's reactions to a comment.</summary>
    public static IEnumerable<string> Answers(this Scene scene, SimulatedComment comment) =>
        comment.Reactions.Where(reaction => reaction.Author.Id == scene.GitHub.Bot.Id).Select(reaction => reaction.Content).Order(StringComparer.Ordinal);

    /// <summary>The bot's replies on an item.</summary>
    public static IReadOnlyList<string> Replies(this Scene scene, SimulatedItem item) => scene.Said(item, "commands.reply");
}
