using System.Net;
using CommunityBot.GitHub;
using CommunityBot.Schedule;
using CommunityBot.Storage;

namespace CommunityBot.Inbox.Redelivery;

/// <summary>
/// Finds the deliveries that GitHub could not bring, in its list of the App's deliveries, and asks for them until they are here: GitHub itself brings each only once.
/// </summary>
internal sealed partial class RedeliverySweep(AppDeliveries app, FailedDeliveries failed, WebhookDispatcher dispatcher, ILogger<RedeliverySweep> logger) : ISweep
{
    /// <summary>Pages of the list that one round reads: 5,000 attempts, so that other sweeps wait for seconds and not for minutes.</summary>
    public const int MostPages = 50;

    /// <summary>
    /// Deliveries that one round asks for. Each is <see href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#calculating-points-for-the-secondary-rate-limit">five points</see>
    /// of 900 a minute.
    /// </summary>
    public const int MostAsked = 100;

    /// <summary>Faults one after the other that end a round: GitHub is ill, and not a delivery.</summary>
    public const int MostFaults = 3;

    /// <summary>Least time between two rounds of asking, however short the interval of sweeps is. A little less than its usual minute, since no timer is on time.</summary>
    public static readonly TimeSpan AskEvery = TimeSpan.FromSeconds(50);

    /// <summary>Time between two readings of the list.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    /// <summary>How long a delivery <see href="https://docs.github.com/webhooks/testing-and-troubleshooting-webhooks/redelivering-webhooks">can be asked for</see>.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(3);

    /// <summary>How far the next reading goes back behind the newest entry: what is under way then, or shows late, has its result by the next time.</summary>
    private static readonly TimeSpan Overlap = TimeSpan.FromMinutes(5);

    /// <summary>Answers for what GitHub does not have, or will not bring. Another refusal, of the App itself, may pass.</summary>
    private static readonly HttpStatusCode[] NoMore = [HttpStatusCode.BadRequest, HttpStatusCode.NotFound, HttpStatusCode.Gone, HttpStatusCode.UnprocessableEntity];

    // How far the reading that is under way has come. Another process, or the next start, begins it anew.
    private DateTimeOffset _read;
    private DateTimeOffset _asked;
    private DateTimeOffset? _newest;
    private Uri? _page;

    /// <inheritdoc/>
    public string Name => "redelivery";

    /// <inheritdoc/>
    public async Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            try
            {
                if (Clock.HasPassed(Every, since: _read, now))
                {
                    await ReadAsync(now, cancellationToken);
                }
            }
            finally
            {
                // What is known to have failed is asked for, also while the list cannot be read: its three days run.
                if (Clock.HasPassed(AskEvery, since: _asked, now))
                {
                    _asked = now;
                    await AskAsync(now, cancellationToken);
                }
            }
        }
        catch (GitHubPausedException)
        {
            // It is told when it begins; the next round goes on.
        }
    }

    private async Task ReadAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var until = now - Kept;
        if (await failed.ReadUntilAsync() is { } known && known > until)
        {
            until = known;
        }

        try
        {
            for (var pages = 0; pages < MostPages; pages++)
            {
                var (attempts, next) = await app.ListAsync(_page, cancellationToken);
                _newest ??= attempts.Count > 0 ? attempts[0].DeliveredAt : until;

                // A redelivery that failed is of a delivery that is known already; what nobody listens to is acknowledged, and not kept.
                var telling = attempts.Where(attempt =>
                    attempt.DeliveredAt >= until && (attempt.Succeeded || !attempt.IsRedelivery) && dispatcher.Listens(attempt.Event, attempt.Action));
                await failed.RecordAsync([.. telling.Reverse()], now);
                _page = next;
                if (next is null || attempts.Count == 0 || attempts[^1].DeliveredAt < until)
                {
                    await failed.SetReadUntilAsync(_newest.Value - Overlap);
                    (_read, _newest, _page) = (now, null, null);
                    return;
                }
            }
        }
        catch (GitHubRefusedException refusal) when (_page is not null)
        {
            // The address of a page is GitHub's own, and it need not know it for ever: the next round begins at the newest again.
            LogPageRefused(refusal.Message);
            (_newest, _page) = (null, null);
        }
    }

    private async Task AskAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var lost = await failed.ForgetAsync(now - Kept);
        if (lost > 0)
        {
            LogLost(lost, Kept.Days);
        }

        var (asked, faults) = (0, 0);
        foreach (var delivery in await failed.ListDueAsync(now, MostAsked))
        {
            var next = now + (Every * Math.Pow(2, delivery.Asked));
            try
            {
                await app.AskAgainAsync(delivery.AttemptId, cancellationToken);
                (asked, faults) = (asked + 1, 0);
            }
            catch (GitHubRefusedException refusal) when (NoMore.Contains(refusal.Status))
            {
                LogRefused(delivery.Id, refusal.Message);
                (next, faults) = (now + Kept, 0);
            }
            catch (Exception fault) when (fault is GitHubRefusedException or GitHubUnavailableException)
            {
                LogFault(delivery.Id, next - now, fault.Message);
                faults++;
            }

            await failed.SetAskedAsync(delivery, next);
            if (faults == MostFaults)
            {
                break;
            }
        }

        if (asked > 0)
        {
            LogAsked(asked);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "GitHub was asked to bring {Count} deliveries again that it could not bring before")]
    private partial void LogAsked(int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "GitHub will not bring delivery {Delivery} again: {Reason}")]
    private partial void LogRefused(string delivery, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "GitHub could not be asked for delivery {Delivery}, and is again in {Wait}: {Reason}")]
    private partial void LogFault(string delivery, TimeSpan wait, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "GitHub refused a page of its list of deliveries, which is read anew from the newest: {Reason}")]
    private partial void LogPageRefused(string reason);

    [LoggerMessage(Level = LogLevel.Error, Message = "GitHub could not bring {Count} deliveries for {Days} days and has them no more; the App's settings say why, under Advanced")]
    private partial void LogLost(int count, int days);
}
