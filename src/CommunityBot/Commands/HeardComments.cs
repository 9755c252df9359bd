using CommunityBot.Inbox;
using CommunityBot.Storage;

namespace CommunityBot.Commands;

/// <summary>
/// Which comments were heard: what they ask for is done once, under whatever delivery id GitHub tells of them again. What was written long ago counts as heard, so that not every comment has to be
/// remembered for ever.
/// </summary>
public sealed class HeardComments(Database database, TimeProvider time)
{
    /// <summary>
    /// How long a comment can be heard after it was written, and how long it is remembered that it was: longer than GitHub can bring a delivery again and than a service is ever down, and nobody waits for
    /// an answer any more by then.
    /// </summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromDays(90);

    private const string Insert = """
        INSERT INTO heard_comments (kind, comment_id, edited_at, written_at) VALUES (@0, @1, @2, @3) ON CONFLICT (kind, comment_id, edited_at) DO NOTHING
        """;

    private const string Any = "SELECT 1 FROM heard_comments LIMIT 1";

    private const string Exists = "SELECT 1 FROM heard_comments WHERE kind = @0 AND comment_id = @1 AND edited_at = @2";

    /// <summary>Whether a comment was heard as it is, or may have been: the last one is never forgotten, so where there is none, none was.</summary>
    public async Task<bool> HasAsync(WrittenComment comment) => await database.ReadAsync(session => comment.At < time.GetUtcNow() - Remembered
        ? session.ScalarAsync<long?>(Any)
        : session.ScalarAsync<long?>(Exists, (int)comment.Place.Kind, comment.Place.Id, EditedAt(comment))) is not null;

    /// <summary>Records that a comment is heard as it is.</summary>
    public static void Record(DeliveryContext context, WrittenComment comment) =>
        context.Write(session => session.PostAsync(Insert, (int)comment.Place.Kind, comment.Place.Id, EditedAt(comment), comment.At.ToUnixTimeMilliseconds()));

    private static long EditedAt(WrittenComment comment) => comment.IsEdit ? comment.At.ToUnixTimeMilliseconds() : 0;
}
