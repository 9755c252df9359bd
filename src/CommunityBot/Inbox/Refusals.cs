using CommunityBot.Ledger;

namespace CommunityBot.Inbox;

/// <summary>Gathers what <see cref="RefusalRules"/> ask for.</summary>
public sealed class Refusals(Installations installations)
{
    /// <summary>Whether nothing is said about a subject in the delivery's repository; if so, it is told why.</summary>
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
            context.Silent(why);
        }

        return why is not null;
    }
}
