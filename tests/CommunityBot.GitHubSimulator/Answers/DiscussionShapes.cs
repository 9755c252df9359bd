using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Answers;

/// <summary>Discussions as GitHub writes them in payloads.</summary>
internal static class DiscussionShapes
{
    public static JsonObject Of(SimulatedGitHub github, SimulatedItem discussion)
    {
        var api = $"{Shapes.Api(discussion.Repository)}/discussions/{discussion.Number}";
        return new()
        {
            ["repository_url"] = Shapes.Api(discussion.Repository),
            ["category"] = Category(discussion.Repository, discussion.Category!),
            ["answer_html_url"] = discussion.Answer is { } answer ? Html(discussion, answer) : null,
            ["answer_chosen_at"] = discussion.Answer is null ? null : Shapes.Time(github.Time.GetUtcNow()),
            ["answer_chosen_by"] = discussion.Answer is null ? null : Shapes.User(discussion.Author),
            ["html_url"] = Shapes.Html(discussion),
            ["id"] = discussion.Id,
            ["node_id"] = discussion.NodeId,
            ["number"] = discussion.Number,
            ["title"] = discussion.Title,
            ["user"] = Shapes.User(discussion.Author),
            ["labels"] = Shapes.Labels(github, discussion),
            ["state"] = discussion.State,
            ["state_reason"] = null,
            ["locked"] = discussion.Locked,
            ["comments"] = discussion.Comments.Count,
            ["created_at"] = Shapes.Time(discussion.CreatedAt),
            ["updated_at"] = Shapes.Time(discussion.CreatedAt),
            ["author_association"] = discussion.Association,
            ["active_lock_reason"] = null,
            ["body"] = discussion.Body,
            ["reactions"] = Shapes.Reactions($"{api}/reactions", discussion.Reactions),
            ["timeline_url"] = $"{api}/timeline",
        };
    }

    public static JsonObject Comment(SimulatedItem discussion, SimulatedComment comment, string association) => new()
    {
        ["id"] = comment.Id,
        ["node_id"] = comment.NodeId,
        ["html_url"] = Html(discussion, comment),
        ["parent_id"] = null,
        ["child_comment_count"] = 0,
        ["repository_url"] = discussion.Repository.FullName,
        ["discussion_id"] = discussion.Id,
        ["author_association"] = association,
        ["user"] = Shapes.User(comment.Author),
        ["created_at"] = Shapes.Time(comment.CreatedAt),
        ["updated_at"] = Shapes.Time(comment.UpdatedAt),
        ["body"] = comment.Body,
        ["reactions"] = Shapes.Reactions($"{Shapes.Api(discussion.Repository)}/discussions/comments/{comment.Id}/reactions", comment.Reactions),
    };

    private static JsonObject Category(SimulatedRepository repository, SimulatedCategory category) => new()
    {
        ["id"] = category.Id,
        ["node_id"] = category.NodeId,
        ["repository_id"] = repository.Id,
        ["emoji"] = category.IsAnswerable ? ":pray:" : ":speech_balloon:",
        ["name"] = category.Name,
        ["description"] = "",
        ["created_at"] = "2026-01-02T03:04:05.000-04:00",
        ["updated_at"] = "2026-01-02T03:04:05.000-04:00",
        ["slug"] = category.Slug,
        ["is_answerable"] = category.IsAnswerable,
    };

    public static string Html(SimulatedItem discussion, SimulatedComment comment) => $"{Shapes.Html(discussion)}#discussioncomment-{comment.Id}";
}
