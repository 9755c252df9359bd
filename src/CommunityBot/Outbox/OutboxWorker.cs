using System.Text.Json;
using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig.Settings;
using CommunityBot.Storage;
using CommunityBot.Work;

namespace CommunityBot.Outbox;

/// <summary>Posts what is in the outbox, each message once.</summary>
public sealed partial class OutboxWorker(Outbox outbox, ContentPacer pacer, EffectPoster poster, ConfigOfNow config, ILogger<OutboxWorker> logger)
    : BackgroundService
{
    /// <summary>Messages posted at once, over all installations; GitHub allows 100 requests at once, and the handlers' reads need some of them.</summary>
    private const int Slots = 32;

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new WorkLoop<OutboxMessage>(outbox.Work, Slots, HandleAsync, () => pacer.RecoverAsync(TimeSpan.Zero), claim => OutboxMessage.IdOf(claim.Seq), logger) { GiveUp = GiveUpAsync }.RunAsync(stoppingToken);

    private async Task HandleAsync(Claim<OutboxMessage> claim, CancellationToken cancellationToken)
    {
        var message = claim.Item;
        using var scope = LogScope(logger, message.DeliveryId, message.Repository.InstallationId, message.Repository.FullName);
        var effect = EffectCodec.Read(message.Effect);
        try
        {
            RequestBudget.Begin(effect.Rank == Rank.Awaited ? RequestUrgency.Awaited : RequestUrgency.Written);
            switch (await config.OfAsync(message, effect, cancellationToken))
            {
                case (_, { } whyNot, _):
                    await EndAsync(claim, effect, whyNot, Ending.NotDone);
                    break;
                case (BotMode.Observe, null, _):
                    Tell(message, effect, url: "");
                    await FinishAsync(claim, effect, url: "");
                    break;
                case (_, null, var opens):
                    await PostAsync(claim, effect, opens, cancellationToken);
                    break;
            }
        }
        catch (GitHubRefusedException refusal)
        {
            await EndAsync(claim, effect, refusal.Message, Ending.NotDone);
        }
    }

    private async Task PostAsync(Claim<OutboxMessage> claim, Effect effect, DateTimeOffset? opens, CancellationToken cancellationToken)
    {
        var message = claim.Item;
        var url = claim.Attempts == 1 ? null : await poster.FindAsync(message, effect, claim.Since, cancellationToken);
        if (url is null && opens is { } later)
        {
            // It is not there of an earlier attempt either, so nothing is lost if it begins anew.
            await outbox.Work.BeginAnewAsync(claim, later, "waits for the hours of the calendar");
            return;
        }

        if (url is null && await pacer.RoomAtAsync(message, effect) is { } room)
        {
            await outbox.Work.BeginAnewAsync(claim, room, "waits, since enough was said there for now");
            return;
        }

        if (poster.Writes)
        {
            await pacer.PayAsync(message, effect);
        }

        if (url is null && await poster.WhyNotAsync(message, effect, claim.Attempts, cancellationToken) is { } whyNot)
        {
            await EndAsync(claim, effect, whyNot, Ending.Outdated);
            return;
        }

        outbox.Work.ThrowIfLate(claim);
        try
        {
            url ??= await poster.PostAsync(message, effect, cancellationToken);
            Tell(message, effect, url);
            await poster.FollowUpAsync(message, effect, cancellationToken);
            await FinishAsync(claim, effect, url);
        }
        catch (GitHubPausedException pause) when (url is not null)
        {
            // The comment is there and the rest has to wait: an attempt that counts, so that the next one looks for the comment.
            await outbox.Work.PauseAsync(claim.Lane, pause.Until);
            await pacer.MarkAsync(claim, effect, url);
            throw new GitHubUnavailableException(pause.Message, pause);
        }
        catch (Exception fault) when (fault is not (GitHubRefusedException or GitHubPausedException))
        {
            // The comment may be there: it counts for the pace, and the next attempt looks for it first.
            await pacer.MarkAsync(claim, effect, url);
            throw;
        }
    }

    private Task FinishAsync(Claim<OutboxMessage> claim, Effect effect, string url) =>
        outbox.Work.FinishAsync(claim, WorkState.Completed, error: null, async session =>
        {
            await pacer.MarkAsync(session, claim, effect, url);
            await Aftermath.WriteAsync(session, outbox, claim.Item, effect, Ending.Done);
        });

    private async Task EndAsync(Claim<OutboxMessage> claim, Effect effect, string why, Ending ending)
    {
        var place = effect.PlaceIn(claim.Item.Repository);
        LogEnded(claim.Item.Moment, place, why);
        await outbox.Work.FinishAsync(claim, WorkState.Completed, why, session => Aftermath.WriteAsync(session, outbox, claim.Item, effect, ending));
    }

    // What cannot be read, of another version, has no consequences that are known.
    private Task GiveUpAsync(Session session, Claim<OutboxMessage> claim)
    {
        try
        {
            return Aftermath.WriteAsync(session, outbox, claim.Item, EffectCodec.Read(claim.Item.Effect), Ending.NotDone);
        }
        catch (JsonException)
        {
            return Task.CompletedTask;
        }
    }

    private void Tell(OutboxMessage message, Effect effect, string url)
    {
        var place = effect.PlaceIn(message.Repository);
        if (url.Length > 0)
        {
            LogPosted(message.Moment, place, url);
            return;
        }

        if (effect is SpokenEffect comment)
        {
            LogNotPosted(message.Moment, place);
            foreach (var line in Messages.Marker.Strip(comment.Body).Split('\n'))
            {
                LogNotPostedLine(line);
            }
        }

        foreach (var deed in effect.Deeds)
        {
            LogNotDone(message.Moment, place, deed);
        }
    }

    private static readonly Func<ILogger, string, long, string, IDisposable?> LogScope =
        LoggerMessage.DefineScope<string, long, string>("delivery {Delivery} installation {Installation} repository {Repository}");

    [LoggerMessage(Level = LogLevel.Information, Message = "Said {Moment} on {Place} {Url}")]
    private partial void LogPosted(string moment, string place, string url);

    [LoggerMessage(Level = LogLevel.Information, Message = "Nothing is posted. {Moment} on {Place} would be:")]
    private partial void LogNotPosted(string moment, string place);

    [LoggerMessage(Level = LogLevel.Information, Message = "Nothing is done. {Moment} on {Place} would {Deed}")]
    private partial void LogNotDone(string moment, string place, string deed);

    [LoggerMessage(Level = LogLevel.Information, Message = "| {Line}")]
    private partial void LogNotPostedLine(string line);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Not said, and not tried again: {Moment} on {Place}: {Reason}")]
    private partial void LogEnded(string moment, string place, string reason);
}
