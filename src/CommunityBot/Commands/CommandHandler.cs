using CommunityBot.Inbox;
using Octokit.Webhooks.Events.DiscussionComment;
using Octokit.Webhooks.Events.IssueComment;
using Octokit.Webhooks.Events.PullRequestReviewComment;

namespace CommunityBot.Commands;

/// <summary>Has the commands run that are in comments.</summary>
public sealed class CommandHandler(CommandRunner commands)
    : IWebhookHandler<IssueCommentCreatedEvent>, IWebhookHandler<IssueCommentEditedEvent>,
    IWebhookHandler<PullRequestReviewCommentCreatedEvent>, IWebhookHandler<PullRequestReviewCommentEditedEvent>,
    IWebhookHandler<DiscussionCommentCreatedEvent>, IWebhookHandler<RewrittenDiscussionCommentEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(IssueCommentCreatedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        RunAsync(CommentEvents.Of(webhook), context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(IssueCommentEditedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        RunAsync(CommentEvents.Of(webhook), context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestReviewCommentCreatedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        RunAsync(CommentEvents.Of(webhook), context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestReviewCommentEditedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        RunAsync(CommentEvents.Of(webhook), context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(DiscussionCommentCreatedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        RunAsync(CommentEvents.Of(webhook), context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(RewrittenDiscussionCommentEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        RunAsync(CommentEvents.Of(webhook), context, cancellationToken);

    private Task RunAsync(WrittenComment? comment, DeliveryContext context, CancellationToken cancellationToken) =>
        comment is null ? Task.CompletedTask : commands.RunAsync(comment, context, cancellationToken);
}
