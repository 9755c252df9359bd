using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Storage;

namespace CommunityBot.Ledger;

/// <summary>The record of contributions.</summary>
public sealed class Ledger(Database database, IGitHubReader github)
{
    private const string Insert = """
        INSERT INTO contributions (repository_id, person_id, type, subject, occurred_at) VALUES (@0, @1, @2, @3, @4)
        ON CONFLICT (repository_id, person_id, type, subject) DO NOTHING
        """;

    private const string Lowest = """
        SELECT
            (SELECT MIN(subject) FROM contributions WHERE repository_id = @0 AND person_id = @1 AND type = 1),
            (SELECT MIN(subject) FROM contributions WHERE repository_id = @0 AND person_id = @1 AND type = 2),
            (SELECT MIN(subject) FROM contributions WHERE repository_id = @0 AND person_id = @1 AND type = 3),
            (SELECT MIN(subject) FROM contributions WHERE repository_id = @0 AND person_id = @1 AND type = 10),
            (SELECT MAX(occurred_at) FROM contributions WHERE repository_id = @0 AND person_id = @1 AND occurred_at < @2),
            (SELECT history_next FROM people WHERE repository_id = @0 AND person_id = @1)
        """;

    private const string HistoryRead = """
        INSERT INTO people (repository_id, person_id, history_read_by) VALUES (@0, @1, @2)
        ON CONFLICT (repository_id, person_id) DO UPDATE SET history_read_by = excluded.history_read_by, history_next = NULL
        """;

    private const string HistoryNext = """
        INSERT INTO people (repository_id, person_id, history_read_by, history_next) VALUES (@0, @1, 0, @2)
        ON CONFLICT (repository_id, person_id) DO UPDATE SET history_next = excluded.history_next
        """;

    /// <summary>Records a contribution; once more is no change.</summary>
    public static void Record(DeliveryContext context, Contribution contribution) => context.Write(session => InsertAsync(session, contribution));

    /// <summary>
    /// What a person did in the delivery's repository. What they did before the bot came is asked of GitHub once and kept, page by page: reading sixty pages takes longer
    /// than a delivery may, so the next attempt goes on where this one ends.
    /// </summary>
    /// <param name="context">The delivery.</param>
    /// <param name="person">The person.</param>
    /// <param name="now">When what is in hand was done.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<History> HistoryOfAsync(DeliveryContext context, KnownPerson person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var repository = context.Repository;
        var (history, next) = await database.ReadAsync(async session =>
        {
            await using var row = await session.ReadAsync(Lowest, repository.Id, person.Id, now.ToUnixTimeMilliseconds());
            await row.ReadAsync();
            var known = new History(Number(0), Number(1), Number(2), Number(4) is { } last ? Clock.FromMilliseconds(last) : null) { FirstDiscussion = Number(3) };
            return (known, row.IsDBNull(5) ? null : new Uri(row.GetString(5)));

            long? Number(int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
        });
        if (person.HistoryRead)
        {
            return history;
        }

        do
        {
            var page = await ReadPageAsync(repository, person, next, cancellationToken);

            // A login that was given up and taken by somebody else lists what its former owner did, too.
            var own = page.Items.Where(item => item.AuthorId == person.Id).SelectMany(item => Contribution.Of(repository.Id, item)).ToList();
            history = own.Aggregate(history, (known, contribution) => known.With(contribution, now));
            next = page.Next;
            if (next is null)
            {
                own.ForEach(contribution => Record(context, contribution));
            }
            else
            {
                await KeepAsync(repository, person, own, next);
            }
        }
        while (next is not null);

        context.Write(session => session.ExecuteAsync(HistoryRead, repository.Id, person.Id, repository.InstallationId));
        return history;
    }

    /// <summary>
    /// A history with all discussions in it. Who asks does so only while the ledger knows of no earlier one, so GitHub is asked once for a person: from then on it does.
    /// </summary>
    /// <param name="context">The delivery.</param>
    /// <param name="history">What <see cref="HistoryOfAsync"/> gave.</param>
    /// <param name="person">Numeric id of the person.</param>
    /// <param name="author">The person as GraphQL knows them.</param>
    /// <param name="now">When what is in hand was done.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<History> WithDiscussionsAsync(
        DeliveryContext context, History history, long person, DiscussionAuthor author, DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var discussion in await github.ListDiscussionsAsync(context.Repository, author, cancellationToken))
        {
            var contribution = new Contribution(context.Repository.Id, person, ContributionType.DiscussionOpened, discussion.Number, discussion.OpenedAt);
            Record(context, contribution);
            history = history.With(contribution, now);
        }

        return history;
    }

    private async Task<AuthoredPage> ReadPageAsync(RepositoryRef repository, KnownPerson person, Uri? page, CancellationToken cancellationToken)
    {
        try
        {
            return await github.ReadAuthoredAsync(repository, person.Login, page, cancellationToken);
        }
        catch (GitHubRefusedException) when (page is not null)
        {
            // The address may be of a name that is no more; it is not to stand in the way for ever.
            await KeepAsync(repository, person, [], next: null);
            throw;
        }
    }

    private Task KeepAsync(RepositoryRef repository, KnownPerson person, IReadOnlyList<Contribution> contributions, Uri? next) => database.WriteAsync(async session =>
    {
        foreach (var contribution in contributions)
        {
            await InsertAsync(session, contribution);
        }

        await session.ExecuteAsync(HistoryNext, repository.Id, person.Id, next?.AbsoluteUri);
    });

    private static Task<int> InsertAsync(Session session, Contribution contribution) => session.ExecuteAsync(
        Insert,
        contribution.RepositoryId,
        contribution.PersonId,
        (int)contribution.Type,
        contribution.Subject,
        contribution.OccurredAt.ToUnixTimeMilliseconds());
}
