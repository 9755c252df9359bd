using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig.Settings;
using CommunityBot.Team;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Issues;

namespace CommunityBot.Features.Mentoring;

/// <summary>Says of an issue that newcomers can begin with what would help them, who does, and how they take it on.</summary>
public sealed class GoodFirstIssueHandler(Mentors mentors, People people, MomentWriter moments) : IWebhookHandler<IssuesOpenedEvent>, IWebhookHandler<IssuesLabeledEvent>
{
    /// <inheritdoc/>
    public Task HandleAsync(IssuesOpenedEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        // What came from another repository was such an issue there.
        var labels = webhook.Changes is null ? Labels(webhook) : [];
        return SpeakAsync(webhook, labels, webhook.Issue.CreatedAt, context, cancellationToken);
    }

    /// <inheritdoc/>
    public Task HandleAsync(IssuesLabeledEvent webhook, DeliveryContext context, CancellationToken cancellationToken) =>
        SpeakAsync(webhook, webhook.Label?.Name is { } label ? [label] : [], webhook.Issue.UpdatedAt, context, cancellationToken);

    private async Task SpeakAsync(IssuesEvent webhook, IReadOnlyList<string> newLabels, DateTimeOffset at, DeliveryContext context, CancellationToken cancellationToken)
    {
        var (issue, number) = (webhook.Issue, (int)webhook.Issue.Number);
        var config = await context.ConfigAsync(cancellationToken);
        var settings = config.Get<GoodFirstIssueSettings>();
        if (!LabelRules.HasOne(newLabels, settings.Labels))
        {
            return;
        }

        if (!settings.Enabled)
        {
            context.Silent($"{MentoringFeature.GoodFirstIssue.Setting} is switched off");
            return;
        }

        // Who helps with it does not work on it.
        var mentorId = await mentors.IdOfAsync(context, number);
        if (issue.State?.StringValue == "closed" || issue.Assignees?.Any(assignee => assignee?.Id != mentorId) == true)
        {
            context.Silent("it is closed, or somebody works on it already");
            return;
        }

        var mentoring = await mentors.ForAsync(context, number, issue.User.Id, cancellationToken);
        if (mentoring is not null)
        {
            Mentors.Record(context, number, mentoring, newcomerId: 0, at);
        }

        var (description, claims, labels) = (IssueDescription.Of(issue.Body), config.Get<MentoringSettings>().Claims, Labels(webhook));
        await moments.WriteAsync(context, cancellationToken, new Occasion(
            MentoringFeature.GoodFirstIssue,
            settings,
            $"{context.Repository.Id}-{number}",
            await people.FindAsync(context, new(issue.User.Id, issue.User.Login), issue.AuthorAssociation?.StringValue ?? ""),
            new("issue", number, issue.Title ?? "", issue.HtmlUrl ?? "", labels),
            at)
        {
            Extras = new()
            {
                Mentor = mentoring?.Mentor.Login,
                CanClaim = claims.Enabled && LabelRules.HasOne(labels, claims.Labels),
                LacksPlace = description.LacksPlace,
                LacksGoal = description.LacksGoal,
                LacksTrial = description.LacksTrial,
            },
        });
    }

    private static IReadOnlyList<string> Labels(IssuesEvent webhook) => [.. webhook.Issue.Labels?.Select(label => label?.Name).OfType<string>() ?? []];
}
