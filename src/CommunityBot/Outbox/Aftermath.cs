using CommunityBot.Storage;
using CommunityBot.Team;

namespace CommunityBot.Outbox;

/// <summary>What follows from a message that has come to its end, written together with that.</summary>
internal static class Aftermath
{
    /// <summary>Writes it.</summary>
    /// <param name="session">The write it is part of.</param>
    /// <param name="outbox">Where more is put.</param>
    /// <param name="message">The message.</param>
    /// <param name="effect">Its effect.</param>
    /// <param name="isDone">Whether it was done.</param>
    public static Task WriteAsync(Session session, Outbox outbox, OutboxMessage message, Effect effect, bool isDone) => effect switch
    {
        ActEffect act => OfActAsync(session, outbox, message, act, isDone),

        // Whether or not the word could be said: what is not assigned any more, or stays so by GitHub's will, is waited for no longer.
        SpokenEffect { ClaimId: { } claim, Acts: [UnassignAct, ..] } => Claims.EndAsync(session, claim, outbox.Work.Time.GetUtcNow()),
        _ => Task.CompletedTask,
    };

    private static async Task OfActAsync(Session session, Outbox outbox, OutboxMessage message, ActEffect act, bool isDone)
    {
        if (!isDone)
        {
            await Claims.TakeBackAsync(session, message.Repository.Id, act.Number, madeAt: act.At, outbox.Work.Time.GetUtcNow());
            await Mentors.TakeBackAsync(session, message.Repository.Id, act.Number, act.At);
        }

        foreach (var entry in isDone ? act.Done : act.NotDone)
        {
            await outbox.AddAsync(session, message, entry);
        }
    }
}
