using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Outbox;
using CommunityBot.Team;
using CommunityBot.Tests.Features.Nudges;
using CommunityBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.Tests.Team;

public sealed class ClaimsTests
{
    private const int Number = 7;

    private const string Moment = "mentoring.claim-release";

    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private static readonly Account Newcomer = new(3, "newcomer");

    [Theory]
    [InlineData(Engine.Sqlite, true)]
    [InlineData(Engine.Sqlite, false)]
    [InlineData(Engine.Postgres, true)]
    [InlineData(Engine.Postgres, false)]
    public async Task A_word_ends_the_claim_of_which_something_is_about_to_be_said_wherever_that_is_by_now(Engine engine, bool isInHand)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var (claims, outbox) = (new Claims(temporary.Database), new CommunityBot.Outbox.Outbox(temporary.Database, new FakeTimeProvider(Start)));
        var before = await ClaimAsync(temporary, claims);
        await WriteAsync(temporary, context => outbox.Add(context, Moment, $"{before.Id}", new CommentEffect(Number, "It is free.") { ClaimId = before.Id }));
        if (isInHand)
        {
            Assert.Single(await outbox.Work.ClaimAsync(() => 1));
        }

        await WriteAsync(temporary, context => Claims.RecordWord(context, Number, Newcomer, Start.AddHours(1), due: Start.AddDays(1), [Moment]));

        Assert.False(await claims.IsOpenAsync(before.Id));
        var after = (await claims.DueAsync(Start.AddDays(1), 2)).Single();
        Assert.Equal((Newcomer, Start.AddHours(1), Start.AddDays(1)), (after.Person, after.Since, after.DueAt));
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_claim_begins_anew_unless_it_is_over(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        var claims = new Claims(temporary.Database);
        var before = await ClaimAsync(temporary, claims);

        await temporary.Database.WriteAsync(session => Claims.BeginAnewAsync(session, before.Id, Start.AddHours(1)));
        var after = Assert.Single(await claims.DueAsync(Start.AddHours(1), 2));
        Assert.Equal(before with { Id = after.Id, Since = Start.AddHours(1), DueAt = Start.AddHours(1) }, after);
        Assert.NotEqual(before.Id, after.Id);

        await temporary.Database.WriteAsync(session => Claims.EndAsync(session, after.Id, Start.AddHours(2)));
        await temporary.Database.WriteAsync(session => Claims.BeginAnewAsync(session, after.Id, Start.AddHours(2)));
        Assert.Empty(await claims.DueAsync(Start.AddDays(1), 2));
    }

    private static async Task<IssueClaim> ClaimAsync(TemporaryDatabase temporary, Claims claims)
    {
        await WriteAsync(temporary, context => Claims.Record(context, Number, Newcomer, Start, due: Start));
        return Assert.Single(await claims.DueAsync(Start, 2));
    }

    private static async Task WriteAsync(TemporaryDatabase temporary, Action<DeliveryContext> write)
    {
        var context = new DeliveryContext(new("delivery", "issue_comment", "created", 1, 11), Start, new RepositoryRef(1, 11, "octo", "hello"), new YearConfigs());
        write(context);
        await temporary.Database.WriteAsync(context.WriteAllAsync);
    }
}
