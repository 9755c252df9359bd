using System.Text.Json;
using Octokit.Webhooks;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Discussion;
using Octokit.Webhooks.Events.InstallationRepositories;

namespace CommunityBot.Inbox;

/// <summary>What of a payload handlers rely on. A payload without it is as unreadable as one that is no JSON: it gets no better by being tried again.</summary>
public static class RequiredParts
{
    /// <summary>Checks that an event has what its handlers rely on.</summary>
    /// <exception cref="JsonException">It has not; the message names what is missing.</exception>
    public static void Check(WebhookEvent webhook)
    {
        if (Missing(webhook) is { } part)
        {
            throw new JsonException($"it has no {part}");
        }
    }

    private static string? Missing(WebhookEvent webhook) => webhook switch
    {
        IssueCommentEvent or PullRequestReviewCommentEvent or DiscussionCommentEvent when webhook.Repository is not { Id: > 0, Name: not null, Owner.Login: not null } => "repository",
        IssuesEvent or PullRequestEvent or PullRequestReviewEvent or DiscussionEvent or ReleaseEvent or PushEvent or RepositoryEvent or MemberEvent when webhook.Repository is not { Id: > 0, Name: not null, Owner.Login: not null } => "repository",
        IssuesEvent { Issue: not { Number: > 0 } } => "issue",
        IssuesEvent { Issue.User.Id: <= 0 } => "issue.user.id",
        PullRequestEvent { PullRequest: not { Number: > 0 } } => "pull_request",
        PullRequestEvent { PullRequest.Head: not { Sha: not null } } => "pull_request.head.sha",
        PullRequestEvent { PullRequest.User.Id: <= 0 } => "pull_request.user.id",
        PullRequestReviewEvent { PullRequest: not { Number: > 0 } } => "pull_request",
        PullRequestReviewEvent { Review: null } => "review",
        PullRequestReviewEvent { Review.User.Id: <= 0 } => "review.user.id",
        IssueCommentEvent { Issue: not { Number: > 0 } } => "issue",
        PullRequestReviewCommentEvent { PullRequest: not { Number: > 0 } } => "pull_request",
        DiscussionCommentEvent { Discussion: not { Number: > 0, NodeId.Length: > 0 } } => "discussion",
        IssueCommentEvent { Comment: not { Id: > 0 } } or PullRequestReviewCommentEvent { Comment: not { Id: > 0 } } or DiscussionCommentEvent { Comment: not { Id: > 0, NodeId.Length: > 0 } } => "comment",
        IssueCommentEvent { Comment.User.Id: <= 0 } or PullRequestReviewCommentEvent { Comment.User.Id: <= 0 } or DiscussionCommentEvent { Comment.User.Id: <= 0 } => "comment.user.id",
        ReleaseEvent { Release: not { Id: > 0, TagName: not null } } => "release",
        DiscussionEvent { Discussion: not { Number: > 0, Id: > 0, NodeId.Length: > 0 } } => "discussion",
        DiscussionEvent { Discussion.User.Id: <= 0 } => "discussion.user.id",
        DiscussionAnsweredEvent { Answer: null } => "answer",
        DiscussionAnsweredEvent { Answer.User.Id: <= 0 } => "answer.user.id",
        PushEvent { Ref: null } => "ref",
        PushEvent { After: null } => "after",
        PushEvent { Commits: null } => "commits",
        MemberEvent { Member: not { Id: > 0, Login: not null } } or MembershipEvent { Member: not { Id: > 0, Login: not null } } => "member",
        MembershipEvent { Team: not { Id: > 0, Slug: not null } } => "team",
        MembershipEvent { Organization: not { Login: not null } } => "organization",
        InstallationEvent { Installation: not { Id: > 0 } } or InstallationRepositoriesEvent { Installation: not { Id: > 0 } } => "installation",
        InstallationRepositoriesAddedEvent added when added.RepositoriesAdded?.All(repository => repository is { Id: > 0 }) != true => "repositories_added",
        InstallationRepositoriesRemovedEvent removed when removed.RepositoriesRemoved?.All(repository => repository is { Id: > 0 }) != true => "repositories_removed",
        _ => null,
    };
}
