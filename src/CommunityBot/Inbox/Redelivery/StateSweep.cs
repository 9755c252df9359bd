using CommunityBot.GitHub;
using CommunityBot.Schedule;

namespace CommunityBot.Inbox.Redelivery;

/// <summary>
/// Finds what GitHub never told of, since the hook was switched off, say, or nothing listened for longer than GitHub keeps deliveries: once a day, spread over it, each repository is compared with the
/// ledger (<see cref="StateComparison"/>). Which repositories there are is asked of GitHub as well, for it may not have told of those either.
/// </summary>
internal sealed partial class StateSweep(
    StateReads reads, AppInstallations installations, IGitHubReader github, StateComparison comparison, ILogger<StateSweep> logger) : ISweep
{
    /// <summary>What one round reads: 28,800 repositories a day when a round is a minute, and other sweeps wait for seconds.</summary>
    public const int MostARound = 20;

    /// <summary>How long it waits when GitHub does not answer.</summary>
    private static readonly TimeSpan Again = TimeSpan.FromMinutes(10);

    private bool _begun;

    /// <inheritdoc/>
    public string Name => "state";

    /// <inheritdoc/>
    public async Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!_begun)
        {
            // With a new database there is nothing yet that could have been missed.
            await reads.BeginAsync(now + StateReads.Every);
            _begun = true;
        }

        foreach (var read in await reads.ListDueAsync(now, MostARound))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await TryAsync(read, now, cancellationToken);
        }
    }

    private async Task TryAsync(StateRead read, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            await ReadAsync(read, now, cancellationToken);
        }
        catch (GitHubPausedException pause)
        {
            await reads.PutOffAsync(read, pause.Until > now ? pause.Until : now + Again);
        }
        catch (GitHubRefusedException refusal)
        {
            // What is gone for good is forgotten when the next listing lacks it.
            LogNotRead(read.InstallationId, read.Repository, refusal.Message);
            await reads.PutOffAsync(read, now + StateReads.Every);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            LogNotRead(read.InstallationId, read.Repository, fault.Message);
            await reads.PutOffAsync(read, now + Again);
        }
    }

    private async Task ReadAsync(StateRead read, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (read.InstallationId == 0)
        {
            await reads.RecordAsync(await installations.ListAsync(cancellationToken), now);
        }
        else if (read.RepositoryId == 0)
        {
            var repositories = new List<RepositoryRef>();
            await foreach (var repository in github.ListInstallationRepositoriesAsync(read.InstallationId, cancellationToken))
            {
                repositories.Add(repository);
            }

            await reads.RecordAsync(read, repositories, now);
        }
        else
        {
            await comparison.CompareAsync(Name, read, now, cancellationToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "What happened in installation {Installation} {Repository} could not be looked up: {Reason}")]
    private partial void LogNotRead(long installation, string repository, string reason);
}
