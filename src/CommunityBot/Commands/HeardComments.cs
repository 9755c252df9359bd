using CommunityBot.Inbox;
using CommunityBot.Storage;

namespace CommunityBot.Commands;

/// <summary>Which comments were heard: what they ask for is done once, under whatever delivery id GitHub tells of them again.</summary>
public sealed class HeardComments(Database database)
{
    private const string Insert = "INSERT INTO heard_comments (kind, comment_id, edited_at) VALUES (@0, @1, @2) ON CONFLICT (kind, comment_id, edited_at) DO NOTHING";

    private const string Exists = "SELECT 1 FROM heard_comments WHERE kind = @0 AND comment_id = @1 AND edited_at = @2";

    /// <summary>Whether a comment was heard as it is.</summary>
    public async Task<bool> HasAsync(WrittenComment comment) => await database.ReadAsync(session =>
        session.ScalarAsync<long?>(Exists, (int)comment.Place.Kind, comment.Place.Id, EditedAt(comment))) is not null;

    /// <summary>Records that a comment is heard as it is.</summary>
    public static void Record(DeliveryContext context, WrittenComment comment) =>
        context.Write(session => session.ExecuteAsync(Insert, (int)comment.Place.Kind, comment.Place.Id, EditedAt(comment)));

    private static long EditedAt(WrittenComment comment) => comment.IsEdit ? comment.At.ToUnixTimeMilliseconds() : 0;
}
