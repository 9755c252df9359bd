using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;

namespace CommunityBot.Features.Nudges;

/// <summary>What GitHub knows of open pull requests that nobody told of.</summary>
public sealed class OpenPulls(IGitHubReader github, People people)
{
    /// <summary>A page of them, and where the next one begins; those that no person opened are left out.</summary>
    public async Task<(IReadOnlyList<(int Number, PullFacts Facts)> Pulls, string? Next)> ReadAsync(
        DeliveryContext context, NudgeConfig rules, string? cursor, CancellationToken cancellationToken)
    {
        var page = await github.ReadOpenPullRequestsAsync(context.Repository, cursor, cancellationToken);
        var pulls = new List<(int Number, PullFacts Facts)>();
        foreach (var pull in page.PullRequests)
        {
            if (await FactsOfAsync(context, rules, pull, cancellationToken) is { } facts)
            {
                pulls.Add((pull.Number, facts));
            }
        }

        return (pulls, page.Next);
    }

    private async Task<PullFacts?> FactsOfAsync(DeliveryContext context, NudgeConfig rules, OpenPullRequest pull, CancellationToken cancellationToken)
    {
        if (ListedFacts.Of(pull) is not { } facts)
        {
            return null;
        }

        foreach (var review in pull.Reviews)
        {
            facts = facts.Merge(await HasSayAsync(context, rules, pull, review.Author, review.Association, cancellationToken) ? ListedFacts.Said(review.Author!, review) : PullFacts.None);
        }

        foreach (var comment in pull.Comments)
        {
            facts = facts.Merge(await HasSayAsync(context, rules, pull, comment.Author, comment.Association, cancellationToken)
                ? ListedFacts.Said(comment.Author!, comment, pull.Author!)
                : PullFacts.None);
        }

        return facts;
    }

    // A private member who never contributed is taken for an outsider here: to ask GitHub about everybody who ever commented would cost more than the page.
    private async Task<bool> HasSayAsync(DeliveryContext context, NudgeConfig rules, OpenPullRequest pull, Account? account, string association, CancellationToken cancellationToken)
    {
        if (account is null || account.Id == pull.Author?.Id || rules.People.Ignores(account.Login))
        {
            return false;
        }

        var person = await people.FindAsync(context, account, association);
        return person.Insider ?? (association == "CONTRIBUTOR" && !await people.IsOutsiderAsync(context, person, cancellationToken));
    }
}
