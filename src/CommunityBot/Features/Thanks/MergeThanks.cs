using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Models.PullRequestEvent;

namespace CommunityBot.Features.Thanks;

/// <summary>What a merge is to its author: the first one, or a round number of them.</summary>
public sealed class MergeThanks(Ledger.Ledger ledger, People people, MergeFacts facts, GoodFirstIssues goodFirstIssues)
{
    /// <summary>The moments, the strongest first.</summary>
    public async Task<IReadOnlyList<Occasion>> OfAsync(DeliveryContext context, PullRequest pull, DateTimeOffset mergedAt, CancellationToken cancellationToken)
    {
        var config = await context.ConfigAsync(cancellationToken);
        var settings = config.Get<ThanksSettings>();
        if (RefusalRules.AsPerson(pull.User) is not { } author)
        {
            return Silent(context, "no person wrote it");
        }

        if (MergeThanksRules.WhyNot(pull, settings, config.Get<PeopleSettings>()) is { } why)
        {
            return Silent(context, why);
        }

        var person = await people.FindAsync(context, author, pull.AuthorAssociation?.StringValue ?? "");
        if (person.Insider == true && !settings.Insiders)
        {
            return Silent(context, person.WhyNoOutsider);
        }

        var merges = await ledger.OtherMergesOfAsync(context, person, pull.Number, mergedAt, cancellationToken);
        var (isFirst, isMilestone) = (MergeThanksRules.IsFirst(merges, settings), MergeThanksRules.IsMilestone(merges, settings));
        if (!isFirst && !isMilestone)
        {
            return Silent(context, $"it is no first and no milestone of {author.Login}");
        }

        if (!settings.Insiders && !await people.MaySpeakToAsync(context, person, cancellationToken))
        {
            return [];
        }

        var occasions = new List<Occasion>();
        var (item, count) = (ThanksItems.Of(pull), merges.Count + 1);
        if (isFirst)
        {
            var change = await facts.OfAsync(context, item.Number, cancellationToken);
            var issues = await goodFirstIssues.ForAsync(context, item.Labels, [.. change.Issues.Select(issue => issue.Number)], cancellationToken);
            occasions.Add(new(ThanksFeature.FirstMerge, settings.FirstMerge, MergeThanksRules.Key(context.Repository.Id, author.Id), person, item, mergedAt)
            {
                Extras = new() { Count = count, GoodFirstIssues = issues },
            });
        }

        if (isMilestone)
        {
            occasions.Add(new(ThanksFeature.Milestone, settings.Milestones, MergeThanksRules.Key(context.Repository.Id, author.Id, count), person, item, mergedAt)
            {
                Extras = new() { Count = count },
            });
        }

        return occasions;
    }

    private static IReadOnlyList<Occasion> Silent(DeliveryContext context, string why)
    {
        context.Silent(why);
        return [];
    }
}
