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
    /// <param name="ending">How it ended.</param>
    public static Task WriteAsync(Session session, Outbox outbox, OutboxMessage message, Effect effect, Ending ending) => effect switch
    {
        ActEffect act => OfActAsync(session, outbox, message, act, isDone: ending == Ending.Done),

        // Something has become of it that has to be looked at, and what was not said of this claim may have to be said of it later.
        SpokenEffect { ClaimId: { } claim } when ending == Ending.Outdated => Claims.BeginAnewAsync(session, claim, outbox.Work.Time.GetUtcNow()),

        // Whether or not the word could be said: what is not assigned any more, or stays so by GitHub's will, is waited for no longer.
        SpokenEffect { ClaimId: { } claim, Acts: [UnassignAct, ..] } => Claims.EndAsync(session, claim, outbox.Work.Time.GetUtcNow()),
        _ => Task.CompletedTask,
    };

    private static async Task OfActAsync(Session session, Outbox outbox, OutboxMessage message, ActEffect act, bool isDone)
    {
        if (!isDone)
        {
            await TakeBackAsync(session, message, act, outbox.Work.Time.GetUtcNow());
        }

        foreach (var entry in isDone ? act.Done : act.NotDone)
        {
            await outbox.AddAsync(session, message, entry);
        }
    }

    private static Task TakeBackAsync(Session session, OutboxMessage message, ActEffect act, DateTimeOffset now) => act.Recorded switch
    {
        Recorded.Claim => Claims.TakeBackAsync(session, message.Repository.Id, act.Number, madeAt: act.At, now),
        Recorded.Mentoring => Mentors.TakeBackAsync(session, message.Repository.Id, act.Number, act.At),
        _ => Task.CompletedTask,
    };
}
