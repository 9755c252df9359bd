using CommunityBot.GitHub;
using CommunityBot.Schedule;
using CommunityBot.Storage;

namespace CommunityBot.Features.Nudges;

/// <summary>Looks at the pull requests whose time has come, a few at a time.</summary>
public sealed partial class NudgeSweep(PullRequests pulls, SweepContexts contexts, NudgeTurn turn, ILogger<NudgeSweep> logger) : ISweep
{
    /// <summary>Pull requests of one look into the table: few enough to hold in hand, many enough that looking is cheap.</summary>
    private const int AtOnce = 50;

    /// <summary>Pull requests of one round; the others have theirs in the next, so that other sweeps come to theirs.</summary>
    private const int MostARound = 500;

    /// <summary>How long a pull request waits when GitHub does not answer.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    /// <summary>How long it waits when GitHub refuses: the repository may be gone, and nobody told.</summary>
    private static readonly TimeSpan MuchLater = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public string Name => "nudges";

    /// <inheritdoc/>
    public async Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        for (var seen = 0; seen < MostARound; seen += AtOnce)
        {
            var due = await pulls.ListDueAsync(now, AtOnce);
            foreach (var pull in due)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await LookAsync(pull, now, cancellationToken);
            }

            if (due.Count < AtOnce)
            {
                return;
            }
        }
    }

    // One that cannot be looked at must not keep the others waiting.
    private async Task LookAsync(TrackedPull pull, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var context = contexts.Begin(Name, pull.Repository);
            await turn.TakeAsync(context, pull, cancellationToken);
            await contexts.CommitAsync(context);
        }
        catch (OvertakenException)
        {
            // It was not as it looked; whoever wrote has said when it is due.
        }
        catch (GitHubPausedException pause)
        {
            await pulls.PutBackAsync(pull, pause.Until > now ? pause.Until : now + Again);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotLookedAt(pull.Repository.FullName, pull.Number, fault.Message);
            await pulls.PutBackAsync(pull, now + (fault is GitHubRefusedException ? MuchLater : Again));
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Repository}#{Number} could not be looked at: {Reason}")]
    private partial void LogNotLookedAt(string repository, int number, string reason);
}
