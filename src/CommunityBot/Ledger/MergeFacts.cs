using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.PullRequest;

namespace CommunityBot.Ledger;

/// <summary>What handlers of a merge want to know and its payload does not say.</summary>
public sealed partial class MergeFacts(IGitHubReader github, TimeProvider time, ILogger<MergeFacts> logger)
{
    /// <summary>How long it is tried to find out what a merge brought. That it was merged is known without, and is not to be lost over it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>When a pull request was merged by what the repository's config counts as merged, or null if the delivery does not tell of that.</summary>
    public static async Task<DateTimeOffset?> MergedAtAsync(PullRequestEvent webhook, DeliveryContext context, CancellationToken cancellationToken)
    {
        var pull = webhook.PullRequest;
        if (pull.ClosedAt is null)
        {
            return null;
        }

        var settings = (await context.ConfigAsync(cancellationToken)).Get<MergeSettings>();
        return webhook is PullRequestLabeledEvent labeled && !MergeRules.Merges(labeled.Label?.Name, pull, settings) ? null : MergeRules.MergedAt(pull, settings);
    }

    /// <summary>What the merged pull request of a delivery brought. Where GitHub does not tell, nothing is known.</summary>
    public Task<MergedChange> OfAsync(DeliveryContext context, int number, CancellationToken cancellationToken) => context.OnceAsync(async () =>
    {
        try
        {
            return await github.ReadMergedAsync(context.Repository, number, cancellationToken);
        }
        catch (GitHubRefusedException refusal)
        {
            LogUnknown(number, refusal.Message);
            return MergedChange.Unknown;
        }
        catch (GitHubUnavailableException fault) when (time.GetUtcNow() - context.ReceivedAt > Patience)
        {
            LogUnknown(number, fault.Message);
            return MergedChange.Unknown;
        }
    });

    /// <summary>Those whom the messages of a change name as its co-authors, as far as an address of GitHub's says who they are.</summary>
    public Task<IReadOnlyList<Account>> CoAuthorsAsync(DeliveryContext context, MergedChange change, CancellationToken cancellationToken) => context.OnceAsync<IReadOnlyList<Account>>(async () =>
    {
        var found = new List<Account>();
        foreach (var (id, login) in CoAuthorTrailers.Of(change.Messages).Where(named => RefusalRules.IsPersons(named.Login)))
        {
            if ((id is { } known ? new Account(known, login) : await FindAsync(context, login, cancellationToken)) is { } person)
            {
                found.Add(person);
            }
        }

        return [.. found.DistinctBy(person => person.Id)];
    });

    private async Task<Account?> FindAsync(DeliveryContext context, string login, CancellationToken cancellationToken)
    {
        try
        {
            return await github.FindPersonAsync(context.Repository, login, cancellationToken);
        }
        catch (GitHubRefusedException refusal)
        {
            LogNobody(login, refusal.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Co-author {Login} is left out: {Reason}")]
    private partial void LogNobody(string login, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing is known of what #{Number} brought, so nobody is thanked for it but its author: {Reason}")]
    private partial void LogUnknown(int number, string reason);
}
