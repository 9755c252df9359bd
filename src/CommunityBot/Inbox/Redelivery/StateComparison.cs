using CommunityBot.GitHub;
using CommunityBot.Ledger;
using CommunityBot.RepositoryConfig.Settings;
using CommunityBot.Schedule;

namespace CommunityBot.Inbox.Redelivery;

/// <summary>
/// Compares what changed in a repository with the ledger. What that does not know goes into the inbox as the delivery that should have come, so that all behind is the same and nothing is said twice;
/// what is too old to be spoken of is only recorded.
/// </summary>
internal sealed partial class StateComparison(
    ChangedItems changed, Ledger.Ledger ledger, MissedDeliveries missed, SweepContexts contexts, ILogger<StateComparison> logger)
{
    /// <summary>Pages of a repository in one round; the next one goes on.</summary>
    public const int MostPages = 5;

    /// <summary>What happened since is looked at the next time: GitHub's own delivery may be on its way, and clocks differ.</summary>
    public static readonly TimeSpan Settling = TimeSpan.FromHours(1);

    /// <summary>How long after it happened something is spoken of. Nobody understands a welcome that comes later.</summary>
    public static readonly TimeSpan Spoken = TimeSpan.FromDays(7);

    /// <summary>Reads a repository from where reading stands.</summary>
    /// <param name="sweep">Name of the sweep.</param>
    /// <param name="read">The repository.</param>
    /// <param name="now">When the round began.</param>
    /// <param name="cancellationToken">Ends it between two pages.</param>
    public async Task CompareAsync(string sweep, StateRead read, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = now - Settling;
        for (var pages = 0; pages < MostPages; pages++)
        {
            var context = contexts.Begin(sweep, RepositoryRef.Of(read.InstallationId, read.RepositoryId, read.Repository));
            var from = read.Position ?? read.Since;
            var items = await changed.ReadAsync(context.Repository, from, cancellationToken);
            await TakeAsync(context, items, read.Since, until, cancellationToken);

            // What was changed after the end may have been opened before it.
            var isDone = items.Count < ChangedItems.PageSize;

            // Where more than a page changed in one second, the next page would be the same.
            read = isDone
                ? read with { Since = Later(read.Since, until), Position = null }
                : read with { Position = Later(items[^1].UpdatedAt, from.AddSeconds(1)) };
            StateReads.ReadOn(context, read, isDone ? now + StateReads.Every : now);
            await contexts.CommitAsync(context);
            if (isDone)
            {
                return;
            }
        }
    }

    private async Task TakeAsync(DeliveryContext context, IReadOnlyList<ChangedItem> items, DateTimeOffset since, DateTimeOffset until, CancellationToken cancellationToken)
    {
        // Only a label needs the config to tell a merge by.
        var settings = items.Any(its => its.Item is { IsPullRequest: true, ClosedAt: not null, MergedAt: null, Labels.Count: > 0 })
            ? (await context.ConfigAsync(cancellationToken)).Get<MergeSettings>()
            : new();
        var people = items.Where(its => its.Author is { } author && RefusalRules.IsPersons(author.Login)).ToDictionary(its => (long)its.Item!.Number);
        var happened = people.Values.SelectMany(its => Contribution.Of(context.Repository.Id, its.Item!, settings)).Where(its => its.OccurredAt >= since && its.OccurredAt < until);
        foreach (var contribution in await ledger.UnknownAsync([.. happened]))
        {
            var item = people[contribution.Subject];

            // Whom the config ignores the ledger never knows.
            if ((await context.ConfigAsync(cancellationToken)).Get<PeopleSettings>().Ignores(item.Author!.Login))
            {
                continue;
            }

            if (!IsSpokenOf(contribution, item, context.ReceivedAt) || !await TryTellAsync(context, contribution, item, cancellationToken))
            {
                await Ledger.Ledger.RecordAsync(context, item.Author, contribution.Type, contribution.Subject, contribution.OccurredAt, cancellationToken);
            }
        }
    }

    // What was opened and closed again has been answered by somebody.
    private static bool IsSpokenOf(Contribution contribution, ChangedItem item, DateTimeOffset now) =>
        contribution.OccurredAt >= now - Spoken && (contribution.Type == ContributionType.PullRequestMerged || item.Item!.ClosedAt is null);

    private async Task<bool> TryTellAsync(DeliveryContext context, Contribution contribution, ChangedItem item, CancellationToken cancellationToken)
    {
        try
        {
            if (await missed.AddAsync(context.Repository, contribution, item, cancellationToken))
            {
                LogMissed(contribution.Type, context.Repository.FullName, contribution.Subject);
            }

            return true;
        }
        catch (GitHubRefusedException refusal)
        {
            LogRefused(contribution.Type, context.Repository.FullName, contribution.Subject, refusal.Message);
            return false;
        }
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;

    [LoggerMessage(Level = LogLevel.Information, Message = "GitHub did not tell of {Contribution}: {Repository}#{Number}; it is handled now")]
    private partial void LogMissed(ContributionType contribution, string repository, long number);

    [LoggerMessage(Level = LogLevel.Warning, Message = "GitHub did not tell of {Contribution}: {Repository}#{Number}; it is only recorded: {Reason}")]
    private partial void LogRefused(ContributionType contribution, string repository, long number, string reason);
}
