using CommunityBot.Commands;
using CommunityBot.GitHub;
using CommunityBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Commands;

public sealed class HeardCommentsTests
{
    private const string Another = "INSERT INTO heard_comments (kind, comment_id, edited_at, written_at) VALUES (0, 4, 0, 0)";

    [Theory]
    [InlineData(0, true, false)]
    [InlineData(-1, true, true)]
    [InlineData(-1, false, false)]
    public async Task What_was_written_before_all_that_is_remembered_counts_as_heard_where_anything_was(int seconds, bool wasAnother, bool isHeard)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        await temporary.Database.WriteAsync(session => wasAnother ? session.ExecuteAsync(Another) : Task.CompletedTask);
        var comment = new WrittenComment(new Account(1, "somebody"), "NONE", null!, new CommentPlace(default, 5, "IC_5"), "", "/help")
        {
            At = time.GetUtcNow() - HeardComments.Remembered + TimeSpan.FromSeconds(seconds),
        };

        Assert.Equal(isHeard, await new HeardComments(temporary.Database, time).HasAsync(comment));
    }
}
