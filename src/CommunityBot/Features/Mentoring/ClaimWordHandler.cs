using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.Team;
using Octokit.Webhooks.Events.IssueComment;

namespace CommunityBot.Features.Mentoring;

/// <summary>Hears of those who claimed an issue: whatever they say on it shows that they are there, and the waits begin anew.</summary>
public sealed class ClaimWordHandler : IWebhookHandler<IssueCommentCreatedEvent>
{
    /// <inheritdoc/>
    public async Task HandleAsync(IssueCommentCreatedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (webhook.Issue.PullRequest is null && RefusalRules.AsPerson(webhook.Comment.User) is { } person)
        {
            var config = await context.ConfigAsync(cancellationToken);
            var at = webhook.Comment.CreatedAt;
            var due = ClaimRules.Due(at, remindedAt: null, config.Get<MentoringSettings>().Claims, new WorkCalendar(config.Get<CalendarSettings>()));
            Claims.RecordWord(context, (int)webhook.Issue.Number, person, at, due, [MentoringFeature.ClaimReminder.Kind, MentoringFeature.ClaimRelease.Kind]);
        }
    }
}
