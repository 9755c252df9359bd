using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Models.PullRequestEvent;

namespace CommunityBot.Ledger;

/// <summary>What handlers of a merge want to know and its payload does not say.</summary>
public sealed partial class MergeFacts(IGitHubReader github, ILogger<MergeFacts> logger)
{
    /// <summary>When a pull request was merged by what the repository's config counts as merged, or null if it was not.</summary>
    public static async Task<DateTimeOffset?> MergedAtAsync(PullRequest pull, DeliveryContext context, CancellationToken cancellationToken) =>
        pull.MergedAt ?? (pull.ClosedAt is null ? null : MergeRules.MergedAt(pull, (await context.ConfigAsync(cancellationToken)).Get<MergeSettings>()));

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
    });

    /// <summary>Those whom the messages of a change name as its co-authors, as far as an address of GitHub's says who they are.</summary>
    public async Task<IReadOnlyList<Account>> CoAuthorsAsync(DeliveryContext context, MergedChange change, CancellationToken cancellationToken)
    {
        var found = new List<Account>();
        foreach (var (id, login) in CoAuthorTrailers.Of(change.Messages))
        {
            if (RefusalRules.IsPersons(login)
                && (id is { } known ? new Account(known, login) : await github.FindPersonAsync(context.Repository, login, cancellationToken)) is { } person)
            {
                found.Add(person);
            }
        }

        return [.. found.DistinctBy(person => person.Id)];
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing is known of what #{Number} brought, so nobody is thanked for it but its author: {Reason}")]
    private partial void LogUnknown(int number, string reason);
}
