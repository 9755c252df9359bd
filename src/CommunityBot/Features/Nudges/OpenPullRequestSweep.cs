using System.Net;
using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Schedule;
using CommunityBot.Storage;

namespace CommunityBot.Features.Nudges;

/// <summary>
/// Reads what is open in repositories that the bot came to, or did not hear of for a while. What waits there already takes its turn: so many a day are nudged, beginning with the next workday.
/// </summary>
public sealed partial class OpenPullRequestSweep(
    NudgedRepositories repositories, PullRequests pulls, SweepContexts contexts, OpenPulls open, ILogger<OpenPullRequestSweep> logger) : ISweep
{
    /// <summary>Repositories of one round: an installation of hundreds of them is read within the hour, and GitHub is asked at leisure.</summary>
    private const int MostARound = 10;

    /// <summary>Pages of a repository in one round.</summary>
    private const int MostPages = 4;

    /// <summary>How long a repository waits when GitHub does not answer.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    /// <summary>How long it waits when GitHub refuses: somebody has to allow it first, of which nobody tells.</summary>
    private static readonly TimeSpan MuchLater = TimeSpan.FromDays(7);

    /// <inheritdoc/>
    public string Name => "open-pull-requests";

    /// <inheritdoc/>
    public async Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var repository in await repositories.ListDueAsync(now, MostARound))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ReadAsync(repository, now, cancellationToken);
        }
    }

    private async Task ReadAsync(Reading repository, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            Reading? next = repository;
            for (var pages = 0; pages < MostPages && next is not null; pages++)
            {
                repository = next;
                next = await ReadPageAsync(repository, cancellationToken);
            }
        }
        catch (OvertakenException)
        {
            // Another replica reads it, or it was told to begin anew.
        }
        catch (GitHubPausedException pause)
        {
            await repositories.PutBackAsync(repository, pause.Until > now ? pause.Until : now + Again);
        }
        catch (GitHubRefusedException refusal)
        {
            // What is gone is read again only if something is told of it again.
            LogNotRead(repository.Repository.FullName, refusal.Message);
            await repositories.BeginAnewAsync(repository, refusal.Status == HttpStatusCode.NotFound ? null : now + MuchLater);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotRead(repository.Repository.FullName, fault.Message);
            await repositories.PutBackAsync(repository, now + Again);
        }
    }

    /// <summary>Reads a page, and returns where it goes on; null at the end.</summary>
    private async Task<Reading?> ReadPageAsync(Reading repository, CancellationToken cancellationToken)
    {
        var context = contexts.Begin(Name, repository.Repository);
        var rules = NudgeConfig.Of(await context.ConfigAsync(cancellationToken));
        var (listed, cursor) = await open.ReadAsync(context, rules, repository.Cursor, cancellationToken);
        var waiting = repository.Waiting;
        foreach (var (number, facts) in listed)
        {
            waiting += await EnrolAsync(context, number, facts, rules, waiting) ? 1 : 0;
        }

        var next = repository with { StartedAt = repository.StartedAt ?? context.ReceivedAt, Cursor = cursor, Waiting = waiting };
        NudgedRepositories.ReadOn(context, repository, next, isDone: cursor is null);
        await contexts.CommitAsync(context);
        return cursor is null ? null : next;
    }

    /// <summary>Keeps a pull request, and returns whether it has to wait for its turn.</summary>
    private async Task<bool> EnrolAsync(DeliveryContext context, int number, PullFacts facts, NudgeConfig rules, int waiting)
    {
        var known = await pulls.FindAsync(context.Repository.Id, number);
        var isDue = rules.DueAt((known?.Facts ?? PullFacts.None).Merge(facts), known?.Progress ?? NudgeProgress.None) <= context.ReceivedAt;
        var turn = isDue ? rules.Workday(context.ReceivedAt, 1 + (waiting / NudgedRepositories.OldADay)) : (DateTimeOffset?)null;
        PullRequests.Fold(context, number, facts, rules, pull => pull with
        {
            // One that was known whole before and is not due has waited no longer than the rules say.
            EnrolledAt = isDue || known?.Facts.IsWhole != true ? context.ReceivedAt : pull.EnrolledAt,
            Progress = turn is { } at && rules.BallOf(pull.Facts).Cycle is var cycle
                ? pull.Progress.Wait(cycle, Times.Later(pull.Progress.NotBeforeIn(cycle), at)!.Value)
                : pull.Progress,
        });
        return isDue;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What is open in {Repository} could not be read: {Reason}")]
    private partial void LogNotRead(string repository, string reason);
}
