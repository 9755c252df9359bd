using CommunityBot.GitHub;
using CommunityBot.Storage;
using CommunityBot.Work;

namespace CommunityBot.Outbox;

/// <summary>Posts what is in the outbox, each message once.</summary>
public sealed partial class OutboxWorker(Outbox outbox, ContentPacer pacer, Database database, IGitHubWriter github, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    /// <summary>Messages posted at once, over all installations; GitHub allows 100 requests at once, and the handlers' reads need some of them.</summary>
    private const int Slots = 32;

    /// <summary>How much earlier than ours the clock of GitHub may be when own comments are looked for.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new WorkLoop<OutboxMessage>(outbox.Work, Slots, PostAsync, logger).RunAsync(stoppingToken);

    private async Task PostAsync(Claim<OutboxMessage> claim, CancellationToken cancellationToken)
    {
        var message = claim.Item;
        using var scope = LogScope(logger, message.DeliveryId, message.Repository.InstallationId, message.Repository.FullName);
        string? url = null;
        try
        {
            url = await FindPostedAsync(claim, cancellationToken)
                ?? await github.CommentAsync(message.Repository, message.Number, message.Body, cancellationToken);
            Tell(message, url);
            await ReactAsync(message, cancellationToken);
            await outbox.Work.FinishAsync(claim, WorkState.Completed, error: null, session => pacer.MarkAsync(session, claim, url));
        }
        catch (GitHubRefusedException refusal)
        {
            LogEnded(message.Moment, message.Repository.FullName, message.Number, refusal.Message);
            await outbox.Work.FinishAsync(claim, WorkState.Completed, refusal.Message);
        }
        catch (GitHubPausedException pause)
        {
            await database.WriteAsync(session => outbox.Work.PauseAsync(session, claim.Lane, pause.Until));
            if (url is null)
            {
                throw;
            }

            // The comment is there and its reaction has to wait: an attempt that counts, so that the next one looks for the comment.
            await database.WriteAsync(session => pacer.MarkAsync(session, claim, url));
            throw new GitHubUnavailableException(pause.Message, pause);
        }
        catch (Exception)
        {
            // The comment may be there: it counts for the pace, and the next attempt looks for it first.
            await database.WriteAsync(session => pacer.MarkAsync(session, claim, commentUrl: null));
            throw;
        }
    }

    private async Task<string?> FindPostedAsync(Claim<OutboxMessage> claim, CancellationToken cancellationToken)
    {
        if (claim.Attempts == 1)
        {
            return null;
        }

        var message = claim.Item;
        var marker = Messages.Marker.Build(message.Moment, message.Key);
        return await github.FindOwnCommentAsync(message.Repository, message.Number, marker, claim.Since - ClockSkew, cancellationToken);
    }

    private async Task ReactAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (message.Reaction is null)
        {
            return;
        }

        try
        {
            await github.ReactAsync(message.Repository, message.Number, message.Reaction, cancellationToken);
        }
        catch (GitHubRefusedException refusal)
        {
            LogNoReaction(message.Repository.FullName, message.Number, refusal.Message);
        }
    }

    private void Tell(OutboxMessage message, string url)
    {
        if (url.Length > 0)
        {
            LogPosted(message.Moment, message.Repository.FullName, message.Number, url);
            return;
        }

        LogNotPosted(message.Moment, message.Repository.FullName, message.Number);
        foreach (var line in Messages.Marker.Strip(message.Body).Split('\n'))
        {
            LogNotPostedLine(line);
        }
    }

    private static readonly Func<ILogger, string, long, string, IDisposable?> LogScope =
        LoggerMessage.DefineScope<string, long, string>("delivery {Delivery} installation {Installation} repository {Repository}");

    [LoggerMessage(Level = LogLevel.Information, Message = "Said {Moment} on {Repository}#{Number} {Url}")]
    private partial void LogPosted(string moment, string repository, int number, string url);

    [LoggerMessage(Level = LogLevel.Information, Message = "Nothing is posted. {Moment} on {Repository}#{Number} would be:")]
    private partial void LogNotPosted(string moment, string repository, int number);

    [LoggerMessage(Level = LogLevel.Information, Message = "| {Line}")]
    private partial void LogNotPostedLine(string line);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not said, and not tried again: {Moment} on {Repository}#{Number}: {Reason}")]
    private partial void LogEnded(string moment, string repository, int number, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No reaction on {Repository}#{Number}: {Reason}")]
    private partial void LogNoReaction(string repository, int number, string reason);
}
