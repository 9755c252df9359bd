using CommunityBot.GitHub;
using CommunityBot.Inbox;

namespace CommunityBot.Ledger;

/// <summary>Thanks of one person to another, each with its link.</summary>
/// <param name="Giver">Who thanks.</param>
/// <param name="Receiver">Who is thanked.</param>
/// <param name="Comment">The comment that says so.</param>
/// <param name="Url">The comment's page.</param>
/// <param name="Text">What for, as it was written; empty if that was not said.</param>
/// <param name="At">When.</param>
public sealed record Kudos(Account Giver, Account Receiver, CommentPlace Comment, string Url, string Text, DateTimeOffset At)
{
    private const string Insert = """
        INSERT INTO kudos (giver_id, receiver_id, comment_kind, comment_id, giver_login, receiver_login, repository_id, repository, url, text, occurred_at)
        VALUES (@0, @1, @2, @3, @4, @5, @6, @7, @8, @9, @10)
        ON CONFLICT (giver_id, receiver_id, comment_kind, comment_id) DO NOTHING
        """;

    /// <summary>Records thanks and, of who is thanked, that they were; once for each comment.</summary>
    public static async Task RecordAsync(DeliveryContext context, Kudos kudos, CancellationToken cancellationToken)
    {
        var (repository, comment) = (context.Repository, kudos.Comment);
        context.Write(session => session.PostAsync(
            Insert,
            kudos.Giver.Id,
            kudos.Receiver.Id,
            (int)comment.Kind,
            comment.Id,
            kudos.Giver.Login,
            kudos.Receiver.Login,
            repository.Id,
            repository.FullName,
            kudos.Url,
            kudos.Text,
            kudos.At.ToUnixTimeMilliseconds()));
        await Ledger.RecordAsync(context, kudos.Receiver, ContributionType.KudosReceived, comment.Id, kudos.At, cancellationToken);
    }
}
