using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;

namespace CommunityBot.Features.Nudges;

/// <summary>What GitHub knows of open pull requests that nobody told of.</summary>
public sealed class OpenPulls(IGitHubReader github, People people)
{
    /// <summary>People of a page whom GitHub is asked about: two for each pull request on it, so that the pages of a round leave room for everything else that is asked in an hour.</summary>
    public const int MostQuestions = 50;

    /// <summary>A page of them, and where the next one begins; those that no person opened are left out.</summary>
    public async Task<(IReadOnlyList<(int Number, PullFacts Facts)> Pulls, string? Next)> ReadAsync(
        DeliveryContext context, NudgeConfig rules, string? cursor, CancellationToken cancellationToken)
    {
        var page = await github.ReadOpenPullRequestsAsync(context.Repository, cursor, cancellationToken);
        var (pulls, asked) = (new List<(int Number, PullFacts Facts)>(), new HashSet<long>());
        foreach (var pull in page.PullRequests)
        {
            if (await FactsOfAsync(context, rules, pull, asked, cancellationToken) is { } facts)
            {
                pulls.Add((pull.Number, facts));
            }
        }

        return (pulls, page.Next);
    }

    private async Task<PullFacts?> FactsOfAsync(
        DeliveryContext context, NudgeConfig rules, OpenPullRequest pull, HashSet<long> asked, CancellationToken cancellationToken)
    {
        if (ListedFacts.Of(pull) is not { } facts)
        {
            return null;
        }

        foreach (var review in pull.Reviews)
        {
            var isVerdict = review.State is "APPROVED" or "CHANGES_REQUESTED";
            if (Other(review.Author) is { } person && await HasSayAsync(context, person, review.Association, isVerdict, asked, cancellationToken))
            {
                facts = facts.Merge(ListedFacts.Said(person, review, pull.Author!));
            }
        }

        foreach (var comment in pull.Comments)
        {
            if (Other(comment.Author) is { } person && await HasSayAsync(context, person, comment.Association, isVerdict: false, asked, cancellationToken))
            {
                facts = facts.Merge(ListedFacts.Said(person, comment, pull.Author!));
            }
        }

        return facts;

        Account? Other(Account? account) => account?.Id == pull.Author!.Id || rules.People.Ignores(account?.Login) ? null : account;
    }

    // A private member who never contributed is known only by asking. That is done for those who decided something; for everybody who ever commented it would cost more than the page.
    private async Task<bool> HasSayAsync(
        DeliveryContext context, Account account, string association, bool isVerdict, HashSet<long> asked, CancellationToken cancellationToken)
    {
        var person = await people.FindAsync(context, account, association);
        return person.Insider
            ?? ((isVerdict || association == "CONTRIBUTOR") && MayAsk() && !await people.IsOutsiderAsync(context, person, cancellationToken));

        bool MayAsk() => asked.Contains(account.Id) || (asked.Count < MostQuestions && asked.Add(account.Id));
    }
}
