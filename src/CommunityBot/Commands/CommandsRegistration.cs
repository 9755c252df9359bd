using CommunityBot.Inbox;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.DiscussionComment;
using Octokit.Webhooks.Events.IssueComment;
using Octokit.Webhooks.Events.PullRequestReviewComment;

namespace CommunityBot.Commands;

/// <summary>Registers commands in comments.</summary>
public static class CommandsRegistration
{
    /// <summary>Adds what finds and runs commands; features add theirs.</summary>
    public static IServiceCollection AddCommands(this IServiceCollection services) => services
        .AddSingleton<HeardComments>()
        .AddSingleton<CommandPermissions>()
        .AddSingleton<CommandRunner>()
        .AddSingleton<CommandHandler>()
        .AddCommentCommand<HelpCommand>()
        .AddWebhookHandler<IssueCommentCreatedEvent, CommandHandler>(WebhookEventType.IssueComment, IssueCommentActionValue.Created)
        .AddWebhookHandler<IssueCommentEditedEvent, CommandHandler>(WebhookEventType.IssueComment, IssueCommentActionValue.Edited)
        .AddWebhookHandler<PullRequestReviewCommentCreatedEvent, CommandHandler>(WebhookEventType.PullRequestReviewComment, PullRequestReviewCommentActionValue.Created)
        .AddWebhookHandler<PullRequestReviewCommentEditedEvent, CommandHandler>(WebhookEventType.PullRequestReviewComment, PullRequestReviewCommentActionValue.Edited)
        .AddWebhookHandler<DiscussionCommentCreatedEvent, CommandHandler>(WebhookEventType.DiscussionComment, DiscussionCommentActionValue.Created)
        .AddWebhookHandler<RewrittenDiscussionCommentEvent, CommandHandler>(WebhookEventType.DiscussionComment, DiscussionCommentActionValue.Edited);

    /// <summary>Adds a command.</summary>
    public static IServiceCollection AddCommentCommand<TCommand>(this IServiceCollection services)
        where TCommand : class, ICommentCommand => services.AddSingleton<ICommentCommand, TCommand>();
}
