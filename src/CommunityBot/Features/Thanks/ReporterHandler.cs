using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.Features.Thanks;

/// <summary>Thanks those who reported what a merge fixes, each on their issue, and with them a few others who told of it there.</summary>
public sealed class ReporterHandler(MergeFacts facts, Installations installations, People people, MomentWriter moments)
    : IWebhookHandler<PullRequestClosedEvent>, IWebhookHandler<PullRequestLabeledEvent>
{
    /// <summary>With more people in a thread, naming them is noise to most of them.</summary>
    private const int MostConfirmers = 3;

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestClosedEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => ThankAsync(webhook, context, cancellationToken);

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestLabeledEvent webhook, DeliveryContext context, CancellationToken cancellationToken) => ThankAsync(webhook, context, cancellationToken);

    private async Task ThankAsync(PullRequestEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var pull = webhook.PullRequest;
        if (await MergeFacts.MergedAtAsync(webhook, context, cancellationToken) is not { } mergedAt)
        {
            return;
        }

        var config = await context.ConfigAsync(cancellationToken);
        var settings = config.Get<ThanksSettings>();
        if (settings is not { Enabled: true, Reporter.Enabled: true })
        {
            context.Silent($"{ThanksFeature.Reporter.Setting} is switched off");
            return;
        }

        var since = await installations.SinceAsync(context, cancellationToken);
        var change = await facts.OfAsync(context, (int)pull.Number, cancellationToken);
        var coAuthors = await facts.CoAuthorsAsync(context, change, cancellationToken);
        foreach (var issue in MergeRules.FixedIssues(pull, change, coAuthors))
        {
            if (issue.IsLocked || issue.OpenedAt < since || await OutsiderAsync(issue.Author!, issue.Association, settings, context, cancellationToken) is not { } reporter)
            {
                context.Silent($"issue #{issue.Number} is locked, or older than the installation, or no outsider's");
                continue;
            }

            var confirmers = await ConfirmersAsync(issue, [pull.User?.Id, .. coAuthors.Select(person => (long?)person.Id)], settings, context, cancellationToken);
            var occasion = new Occasion(
                ThanksFeature.Reporter,
                settings.Reporter,
                ReporterKey(context.Repository.Id, issue.Number),
                reporter,
                new("issue", issue.Number, issue.Title, issue.Url, issue.Labels),
                mergedAt)
            {
                Extras = new() { Related = [ThanksItems.Of(pull)], People = new Dictionary<string, IReadOnlyList<string>> { ["confirmers"] = confirmers } },
            };
            await moments.WriteAsync(context, cancellationToken, occasion);
        }
    }

    private async Task<IReadOnlyList<string>> ConfirmersAsync(
        ClosedIssue issue, IReadOnlyList<long?> fixers, ThanksSettings settings, DeliveryContext context, CancellationToken cancellationToken)
    {
        var others = issue.Commenters.Where(told => told.Account.Id != issue.Author!.Id && !fixers.Contains(told.Account.Id) && !People.IsProof(told.Association)).ToList();
        var confirmers = new List<string>();
        foreach (var (account, association) in others.Count <= MostConfirmers ? others : [])
        {
            if (await OutsiderAsync(account, association, settings, context, cancellationToken) is { } confirmer)
            {
                confirmers.Add(confirmer.Login);
            }
        }

        return confirmers;
    }

    // Who may be thanked: a person whom the config does not ignore, and no insider unless the config says so.
    private async Task<KnownPerson?> OutsiderAsync(
        Account account, string association, ThanksSettings settings, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (!RefusalRules.IsPersons(account.Login) || (await context.ConfigAsync(cancellationToken)).Get<PeopleSettings>().Ignores(account.Login))
        {
            return null;
        }

        var person = await people.FindAsync(context, account, association);
        return settings.Insiders || await people.IsOutsiderAsync(context, person, cancellationToken) ? person : null;
    }

    private static string ReporterKey(long repositoryId, int number) => $"{repositoryId}-{number}";
}
