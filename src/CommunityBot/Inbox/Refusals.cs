using CommunityBot.Ledger;

namespace CommunityBot.Inbox;

/// <summary>Gathers what <see cref="RefusalRules"/> ask for.</summary>
public sealed partial class Refusals(Installations installations, ILogger<Refusals> logger)
{
    /// <summary>Whether nothing is said about a subject in the delivery's repository; the log tells why.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="subject">What it is about.</param>
    /// <param name="archived">Whether the repository is archived.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task<bool> HoldAsync(DeliveryContext context, Subject subject, bool archived, CancellationToken cancellationToken)
    {
        var why = RefusalRules.Why(archived, subject, since: null)
            ?? RefusalRules.Why(archived, subject, await installations.SinceAsync(context, cancellationToken))
            ?? RefusalRules.Why(await context.ConfigAsync(cancellationToken), subject);
        if (why is not null)
        {
            LogRefused(context.Delivery.Event, context.Delivery.Action, why);
        }

        return why is not null;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Silent about {Event}.{Action}: {Why}")]
    private partial void LogRefused(string @event, string? action, string why);
}
