using CommunityBot.GitHub;
using CommunityBot.Inbox;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.IssueComment;
using Octokit.Webhooks.Events.PullRequestReviewComment;
using Octokit.Webhooks.Models;

namespace CommunityBot.Commands;

/// <summary>What payloads tell of comments. Null stands for those that are nobody's word: of no person, or edited by somebody else than their author.</summary>
internal static class CommentEvents
{
    public static WrittenComment? Of(IssueCommentEvent webhook)
    {
        var (issue, comment, edit) = (webhook.Issue, webhook.Comment, webhook as IssueCommentEditedEvent);
        var kind = issue.PullRequest is null ? "issue" : "pull_request";
        var item = new CommandItem(
            new(kind, (int)issue.Number, issue.Title ?? "", issue.HtmlUrl ?? "", Names(issue.Labels)),
            issue.NodeId ?? "",
            RefusalRules.AsPerson(issue.User),
            IsOpen: issue.State?.StringValue == "open",
            People(issue.Assignees));
        return Author(webhook.Sender, comment.User) is not { } author ? null : new(
            author, comment.AuthorAssociation?.StringValue ?? "", item, new(CommentKind.Issue, comment.Id, comment.NodeId ?? ""), comment.HtmlUrl ?? "", comment.Body ?? "")
        {
            At = edit is null ? comment.CreatedAt : comment.UpdatedAt,
            IsEdit = edit is not null,
            FormerBody = edit?.Changes?.Body?.From,
        };
    }

    public static WrittenComment? Of(PullRequestReviewCommentEvent webhook)
    {
        var (pull, comment, edit) = (webhook.PullRequest, webhook.Comment, webhook as PullRequestReviewCommentEditedEvent);
        var item = new CommandItem(
            new("pull_request", (int)pull.Number, pull.Title ?? "", pull.HtmlUrl ?? "", Names(pull.Labels)),
            pull.NodeId ?? "",
            RefusalRules.AsPerson(pull.User),
            IsOpen: pull.State?.StringValue == "open",
            People(pull.Assignees));
        return Author(webhook.Sender, comment.User) is not { } author ? null : new(
            author, comment.AuthorAssociation?.StringValue ?? "", item, new(CommentKind.Review, comment.Id, comment.NodeId ?? ""), comment.HtmlUrl ?? "", comment.Body ?? "")
        {
            At = edit is null ? comment.CreatedAt : comment.UpdatedAt,
            Thread = comment.InReplyToId ?? comment.Id,
            IsEdit = edit is not null,
            FormerBody = edit?.Changes?.Body?.From,
        };
    }

    public static WrittenComment? Of(DiscussionCommentEvent webhook)
    {
        var (discussion, comment, edit) = (webhook.Discussion, webhook.Comment, webhook as RewrittenDiscussionCommentEvent);
        var item = new CommandItem(
            new("discussion", (int)discussion.Number, discussion.Title ?? "", discussion.HtmlUrl ?? "", Labels: []),
            discussion.NodeId ?? "",
            RefusalRules.AsPerson(discussion.User),
            IsOpen: discussion.State?.StringValue == "open",
            Assignees: []);
        return Author(webhook.Sender, comment.User) is not { } author ? null : new(
            author, comment.AuthorAssociation?.StringValue ?? "", item, new(CommentKind.Discussion, comment.Id, comment.NodeId ?? ""), comment.HtmlUrl ?? "", comment.Body ?? "")
        {
            At = edit is null ? comment.CreatedAt : comment.UpdatedAt,
            IsEdit = edit is not null,
            FormerBody = edit?.Changes?.Body?.From,
        };
    }

    private static Account? Author(User? sender, User? author) => sender?.Id == author?.Id ? RefusalRules.AsPerson(author) : null;

    private static IReadOnlyList<string> Names(IEnumerable<Label>? labels) => [.. labels?.Select(label => label?.Name).OfType<string>() ?? []];

    private static IReadOnlyList<Account> People(IEnumerable<User>? accounts) => [.. accounts?.Select(RefusalRules.AsPerson).OfType<Account>() ?? []];
}
