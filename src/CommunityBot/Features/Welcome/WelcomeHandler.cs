using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Messages;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Settings;
using CommunityBot.Team;
using Octokit.Webhooks.Events.Discussion;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.Features.Welcome;

/// <summary>Welcomes a newcomer on their first issue, on their first pull request and on their first discussion.</summary>
public sealed class WelcomeHandler(Ledger.Ledger ledger, People people, Mentors mentors, MomentWriter moments)
    : IWebhookHandler<IssuesOpenedEvent>, IWebhookHandler<PullRequestOpenedEvent>, IWebhookHandler<DiscussionCreatedEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(IssuesOpenedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var issue = webhook.Issue;
        var item = new OpenedItem(
            ItemKind.Issue, (int)issue.Number, issue.Title ?? "", issue.HtmlUrl ?? "", issue.User, issue.AuthorAssociation?.StringValue ?? "", issue.CreatedAt,
            Names(issue.Labels), CameFromElsewhere: webhook.Changes is not null);
        return WelcomeAsync(item, context, cancellationToken);
    }

    /// <inheritdoc/>
    public Task HandleAsync(PullRequestOpenedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var pull = webhook.PullRequest;
        var item = new OpenedItem(
            ItemKind.PullRequest, (int)pull.Number, pull.Title ?? "", pull.HtmlUrl ?? "", pull.User, pull.AuthorAssociation?.StringValue ?? "", pull.CreatedAt,
            Names(pull.Labels), CameFromElsewhere: false);
        return WelcomeAsync(item, context, cancellationToken);
    }

    /// <inheritdoc/>
    public Task HandleAsync(DiscussionCreatedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var discussion = webhook.Discussion;
        var item = new OpenedItem(
            ItemKind.Discussion, (int)discussion.Number, discussion.Title ?? "", discussion.HtmlUrl ?? "", discussion.User, discussion.AuthorAssociation?.StringValue ?? "",
            discussion.CreatedAt, Labels: [], WelcomeRules.CameFromElsewhere(webhook))
        {
            DiscussionId = discussion.NodeId,
            DiscussionAuthor = new(discussion.User.NodeId ?? "", webhook.Repository!.NodeId ?? ""),
        };
        return WelcomeAsync(item, context, cancellationToken);
    }

    private async Task WelcomeAsync(OpenedItem item, DeliveryContext context, CancellationToken cancellationToken)
    {
        var config = await context.ConfigAsync(cancellationToken);
        if (WelcomeRules.Wanted(item, config.Get<WelcomeSettings>()) is not { } wanted)
        {
            context.Silent($"{MomentOf(item).Setting} is switched off");
            return;
        }

        var person = await people.FindAsync(context, new(item.Author.Id, item.Author.Login), item.Association);
        if (person.Insider == true)
        {
            context.Silent(person.WhyNoOutsider);
            return;
        }

        var history = await ledger.HistoryOfAsync(context, person, item.OpenedAt, cancellationToken);
        if (item.DiscussionAuthor is { } author && WelcomeRules.IsFirst(item, history))
        {
            history = await ledger.WithDiscussionsAsync(context, history, person.Id, author, cancellationToken);
        }

        if (!WelcomeRules.IsFirst(item, history))
        {
            context.Silent(item.CameFromElsewhere ? "it was opened elsewhere, and only looks new" : $"it is not the first of {person.Login}, or something of theirs was merged before");
        }
        else if (await people.MaySpeakToAsync(context, person, cancellationToken))
        {
            var mentor = await MentorAsync(item, context, cancellationToken);
            await moments.WriteAsync(context, cancellationToken, Occasion(item, wanted, person, config, context) with { Extras = new() { Mentor = mentor } });
        }
    }

    // Who opens an issue may have nothing more in mind; who opens a pull request has work to be helped with.
    private async Task<string?> MentorAsync(OpenedItem item, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (item.Kind != ItemKind.PullRequest || await mentors.ForAsync(context, item.Number, item.Author.Id, cancellationToken) is not { } mentoring)
        {
            return null;
        }

        Mentors.Record(context, item.Number, mentoring, item.Author.Id, item.OpenedAt);
        return mentoring.Mentor.Login;
    }

    private static Occasion Occasion(OpenedItem item, MomentSettings wanted, KnownPerson person, EffectiveConfig config, DeliveryContext context)
    {
        var moment = MomentOf(item);
        var after = config.Get<WelcomeSettings>().After;
        return new(
            moment,
            wanted,
            WelcomeRules.Key(context.Repository.Id, item.Author.Id),
            person,
            new(moment.Subject, item.Number, item.Title, item.Url, item.Labels),
            item.OpenedAt)
        {
            DiscussionId = item.DiscussionId,
            OnlyWhileOpen = after.Count > 0,
            Due = after.Count > 0 ? after.After(item.OpenedAt, new WorkCalendar(config.Get<CalendarSettings>())) : null,
        };
    }

    private static Moment MomentOf(OpenedItem item) => item.Kind switch
    {
        ItemKind.PullRequest => WelcomeFeature.FirstPullRequest,
        ItemKind.Discussion => WelcomeFeature.FirstDiscussion,
        _ => WelcomeFeature.FirstIssue,
    };

    private static IReadOnlyList<string> Names(IEnumerable<Octokit.Webhooks.Models.Label>? labels) => [.. labels?.Select(label => label?.Name).OfType<string>() ?? []];
}
