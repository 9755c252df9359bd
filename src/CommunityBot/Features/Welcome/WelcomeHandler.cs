using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Calendar;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.Features.Welcome;

/// <summary>Welcomes a newcomer on their first issue and on their first pull request.</summary>
public sealed class WelcomeHandler(Ledger.Ledger ledger, People people, IConfigSource configs, MomentWriter moments)
    : IWebhookHandler<IssuesOpenedEvent>, IWebhookHandler<PullRequestOpenedEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(IssuesOpenedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var issue = webhook.Issue;
        var item = new OpenedItem(
            IsPullRequest: false, (int)issue.Number, issue.Title ?? "", issue.HtmlUrl ?? "", issue.User, issue.AuthorAssociation?.StringValue ?? "", issue.CreatedAt,
            Names(issue.Labels), CameFromElsewhere: webhook.Changes is not null);
        return WelcomeAsync(item, context, cancellationToken);
    }

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestOpenedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var pull = webhook.PullRequest;
        var item = new OpenedItem(
            IsPullRequest: true, (int)pull.Number, pull.Title ?? "", pull.HtmlUrl ?? "", pull.User, pull.AuthorAssociation?.StringValue ?? "", pull.CreatedAt,
            Names(pull.Labels), CameFromElsewhere: false);
        return WelcomeAsync(item, context, cancellationToken);
    }

    private async Task WelcomeAsync(OpenedItem item, DeliveryContext context, CancellationToken cancellationToken)
    {
        var config = await configs.OfAsync(context.Repository, cancellationToken);
        if (WelcomeRules.Wanted(item, config.Get<WelcomeSettings>()) is not { } wanted)
        {
            return;
        }

        var person = await people.FindAsync(context, item.Author, item.Association);
        if (person.Insider == true)
        {
            return;
        }

        var history = await ledger.HistoryOfAsync(context, person, item.OpenedAt, cancellationToken);
        if (WelcomeRules.IsFirst(item, history) && await people.IsOutsiderAsync(context, person, cancellationToken))
        {
            await moments.WriteAsync(context, config, Occasion(item, wanted, history, config, context), cancellationToken);
        }
    }

    private static Occasion Occasion(OpenedItem item, WelcomeMomentSettings wanted, History history, EffectiveConfig config, DeliveryContext context)
    {
        var after = config.Get<WelcomeSettings>().After;
        return new(
            item.IsPullRequest ? WelcomeFeature.FirstPullRequest : WelcomeFeature.FirstIssue,
            wanted,
            WelcomeRules.Key(context.Repository.Id, item.Author.Id),
            item.Author.Login,
            new(item.IsPullRequest ? "pull_request" : "issue", item.Number, item.Title, item.Url, item.Labels),
            item.OpenedAt)
        {
            LastContribution = history.LastAt,
            Due = after.Count > 0 ? after.After(item.OpenedAt, new WorkCalendar(config.Get<CalendarSettings>())) : null,
        };
    }

    private static IReadOnlyList<string> Names(IEnumerable<Octokit.Webhooks.Models.Label>? labels) => [.. labels?.Select(label => label?.Name).OfType<string>() ?? []];
}
