using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Messages;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.Features.Welcome;

/// <summary>Welcomes a newcomer on their first issue and on their first pull request.</summary>
public sealed class WelcomeHandler(Ledger.Ledger ledger, People people, IConfigSource configs, MessageRenderer renderer, Outbox.Outbox outbox)
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
        var opened = new AuthoredItem(item.Number, item.Author.Id, item.IsPullRequest, item.OpenedAt, MergedAt: null);
        foreach (var contribution in Contribution.Of(context.Repository.Id, opened))
        {
            Ledger.Ledger.Record(context, contribution);
        }

        var config = await configs.OfAsync(context.Repository, cancellationToken);
        if (WelcomeRules.Wanted(item, config.Get<WelcomeSettings>()) is not { } wanted)
        {
            return;
        }

        var person = await people.FindAsync(context, item.Author, item.Association);
        if (person.Insider == true
            || !WelcomeRules.IsFirst(item, await ledger.HistoryOfAsync(context, person, cancellationToken))
            || !await people.IsOutsiderAsync(context, person, cancellationToken))
        {
            return;
        }

        Say(item, wanted, config, context);
    }

    private void Say(OpenedItem item, WelcomeMomentSettings wanted, EffectiveConfig config, DeliveryContext context)
    {
        var moment = item.IsPullRequest ? WelcomeFeature.FirstPullRequest : WelcomeFeature.FirstIssue;
        var key = WelcomeRules.Key(context.Repository.Id, item.Author.Id);
        var model = new MessageModel(
            config.Get<GeneralSettings>().Language, context.Repository, item.Author.Login, new(item.IsPullRequest ? "pull_request" : "issue", item.Number, item.Title, item.Url, item.Labels),
            LinkAddresses.Of(config.Get<LinksSettings>(), context.Repository, renderer.ServerUrl));
        var template = VariantRules.Message(wanted, new(item.Labels, Files: [], item.OpenedAt, LastContribution: null), config);
        var after = config.Get<WelcomeSettings>().After;
        outbox.Add(
            context,
            moment.Kind,
            key,
            new CommentEffect(item.Number, renderer.Render(moment, template, model, key))
            {
                Reaction = wanted.GitHubReaction(),
                Labels = wanted.Labels,
                OnlyWhileOpen = after.Count > 0,
            },
            after.Count > 0 ? after.After(item.OpenedAt, new WorkCalendar(config.Get<CalendarSettings>())) : null);
    }

    private static IReadOnlyList<string> Names(IEnumerable<Octokit.Webhooks.Models.Label>? labels) => [.. labels?.Select(label => label.Name) ?? []];
}
