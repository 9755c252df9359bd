using System.Text.Json;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Work;
using Microsoft.Extensions.Options;

namespace CommunityBot.Inbox;

/// <summary>Takes deliveries from the inbox and has them handled; what that leads to and the delivery's completion are one transaction.</summary>
public sealed partial class InboxWorker(
    Inbox inbox, Outbox.Outbox outbox, WebhookDispatcher dispatcher, IOptions<BotOptions> options, ILogger<InboxWorker> logger)
    : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        new WorkLoop<Delivery>(inbox.Work, options.Value.Workers, HandleAsync, () => inbox.Work.RecoverAsync(TimeSpan.Zero), claim => claim.Item.Id, logger).RunAsync(stoppingToken);

    private async Task HandleAsync(Claim<Delivery> claim, CancellationToken cancellationToken)
    {
        var delivery = claim.Item;
        using var scope = LogScope(logger, delivery.Id, delivery.Event, delivery.InstallationId, delivery.RepositoryId);
        RequestBudget.Begin(delivery.MayAsk ? RequestUrgency.Awaited : RequestUrgency.Unasked);
        try
        {
            var context = await dispatcher.DispatchAsync(delivery, claim.Since, await inbox.ReadPayloadAsync(claim), cancellationToken);
            if (context.Refusal is { } refusal)
            {
                LogRefused(delivery.Event, delivery.Action, refusal);
            }

            await inbox.Work.FinishAsync(claim, WorkState.Completed, context.Refusal, context.WriteAllAsync, context.Order);
            if (context.Silences.Count > 0)
            {
                var all = string.Join("; ", context.Silences);
                LogSilent(delivery.Event, delivery.Action, all);
            }

            if (context.HasWrites)
            {
                outbox.Work.Changed.Set();
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidDataException)
        {
            // It reads no better tomorrow; a later version may, so it is kept where an operator sees it.
            LogUnreadable(delivery.Event, delivery.Action, fault.Message);
            await inbox.Work.FinishAsync(claim, WorkState.Parked, $"unreadable payload: {fault.Message}");
        }
    }

    private static readonly Func<ILogger, string, string, long, long, IDisposable?> LogScope =
        LoggerMessage.DefineScope<string, string, long, long>("delivery {Delivery} {Event} installation {Installation} repository {Repository}");

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing comes of {Event}.{Action}, or of a part of it, and it is not tried again: {Reason}")]
    private partial void LogRefused(string @event, string? action, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Silent about {Event}.{Action}: {Why}")]
    private partial void LogSilent(string @event, string? action, string why);

    [LoggerMessage(Level = LogLevel.Error, Message = "Kept and not handled: the payload of {Event}.{Action} cannot be read: {Reason}")]
    private partial void LogUnreadable(string @event, string? action, string reason);
}
