using CommunityBot.Inbox;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.Ledger;

/// <summary>Records what a merge says about people: its author, those who wrote a part of it, and those whose reports it fixes.</summary>
public sealed class MergeHandler(MergeFacts facts) : IWebhookHandler<PullRequestClosedEvent>, IWebhookHandler<PullRequestLabeledEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(PullRequestClosedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => RecordAsync(webhook, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestLabeledEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => RecordAsync(webhook, context, cancellationToken);

    private async Task RecordAsync(PullRequestEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var pull = webhook.PullRequest;
        if (await MergeFacts.MergedAtAsync(webhook, context, cancellationToken) is not { } mergedAt)
        {
            return;
        }

        var author = RefusalRules.AsPerson(pull.User);
        await Ledger.RecordAsync(context, author, ContributionType.PullRequestOpened, pull.Number, pull.CreatedAt, cancellationToken);
        await Ledger.RecordAsync(context, author, ContributionType.PullRequestMerged, pull.Number, mergedAt, cancellationToken);

        var change = await facts.OfAsync(context, (int)pull.Number, cancellationToken);
        if (change.Files.Any(file => MergeRules.IsDocumentation(file.Path)))
        {
            await Ledger.RecordAsync(context, author, ContributionType.DocumentationAuthored, pull.Number, mergedAt, cancellationToken);
        }

        var coAuthors = await facts.CoAuthorsAsync(context, change, cancellationToken);
        foreach (var coAuthor in coAuthors)
        {
            if (coAuthor.Id != pull.User?.Id)
            {
                await Ledger.RecordAsync(context, coAuthor, ContributionType.CommitCoAuthored, pull.Number, mergedAt, cancellationToken);
            }
        }

        foreach (var issue in MergeRules.FixedIssues(pull, change, coAuthors))
        {
            await Ledger.RecordAsync(context, issue.Author, ContributionType.ReportFixed, issue.Number, mergedAt, cancellationToken);
        }
    }
}
