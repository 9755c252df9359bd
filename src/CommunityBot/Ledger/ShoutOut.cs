using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CommunityBot.GitHub;
using CommunityBot.Inbox;

namespace CommunityBot.Ledger;

/// <summary>A talk, post or demo of somebody about the project, for all to see.</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Address">Where it is.</param>
/// <param name="Text">What it is, as it was written; empty if that was not said.</param>
/// <param name="CommentUrl">Page of the comment that tells of it.</param>
/// <param name="At">When that was.</param>
public sealed record ShoutOut(Account Person, Uri Address, string Text, string CommentUrl, DateTimeOffset At)
{
    private const string Insert = """
        INSERT INTO shout_outs (repository_id, person_id, address, person_login, repository, text, comment_url, occurred_at) VALUES (@0, @1, @2, @3, @4, @5, @6, @7)
        ON CONFLICT (repository_id, person_id, address) DO NOTHING
        """;

    /// <summary>Records it, once for each person and address.</summary>
    public static async Task RecordAsync(DeliveryContext context, ShoutOut shoutOut, CancellationToken cancellationToken)
    {
        var (repository, person, address) = (context.Repository, shoutOut.Person, shoutOut.Address.AbsoluteUri);
        context.Write(session => session.PostAsync(
            Insert,
            repository.Id,
            person.Id,
            address,
            person.Login,
            repository.FullName,
            shoutOut.Text,
            shoutOut.CommentUrl,
            shoutOut.At.ToUnixTimeMilliseconds()));
        await Ledger.RecordAsync(context, person, ContributionType.SharedElsewhere, SubjectOf(address), shoutOut.At, cancellationToken);
    }

    // The ledger knows subjects by numbers. Two addresses with the same one are not to be expected within one person's.
    private static long SubjectOf(string address) => BinaryPrimitives.ReadInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(address))) & long.MaxValue;
}
