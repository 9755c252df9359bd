using CommunityBot.GitHub;
using CommunityBot.Schedule;
using CommunityBot.Storage;
using CommunityBot.Team;

namespace CommunityBot.Features.Mentoring;

/// <summary>Looks at the claims whose time has come.</summary>
public sealed partial class ClaimSweep(Claims claims, SweepContexts contexts, ClaimTurn turn, ILogger<ClaimSweep> logger) : ISweep
{
    /// <summary>Claims of a round; the others are older by a minute in the next.</summary>
    private const int Most = 50;

    /// <summary>When GitHub is asked again after a passing fault.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromMinutes(10);

    /// <summary>How long GitHub may refuse to show an issue until its claim is forgotten: the repository is gone, or the bot is.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromDays(90);

    /// <inheritdoc/>
    public string Name => "claims";

    /// <inheritdoc/>
    public async Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var claim in await claims.DueAsync(now, Most))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await LookAsync(claim, now, cancellationToken);
        }
    }

    // One that cannot be looked at must not keep the others waiting.
    private async Task LookAsync(IssueClaim claim, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            var context = contexts.Begin(Name, claim.Repository);
            await turn.TakeAsync(context, claim, now, cancellationToken);
            await contexts.CommitAsync(context);
        }
        catch (OvertakenException)
        {
            // Something was heard of it while it was looked at; whoever wrote that has said when it is due.
        }
        catch (GitHubPausedException pause)
        {
            await PutOffAsync(claim, pause.Until);
        }
        catch (Exception fault) when (!cancellationToken.IsCancellationRequested)
        {
            LogNotLookedAt(claim.Repository.FullName, claim.Number, fault.Message);
            await PutOffAsync(claim, fault is not GitHubRefusedException ? now + Soon : claim.Since < now - Forgotten ? null : now + ClaimTurn.Later);
        }
    }

    private Task PutOffAsync(IssueClaim claim, DateTimeOffset? due)
    {
        var context = contexts.Begin(Name, claim.Repository);
        if (due is { } again)
        {
            Claims.PutOff(context, claim, again);
        }
        else
        {
            Claims.RecordEnd(context, claim);
        }

        return contexts.CommitAsync(context);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The claim of {Repository}#{Number} could not be looked at: {Reason}")]
    private partial void LogNotLookedAt(string repository, int number, string reason);
}
