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
            (SELECT MAX(occurred_at) FROM contributions WHERE repository_id = @0 AND person_id = @1 AND occurred_at < @2)
        """;

    private const string HistoryRead = """
        INSERT INTO people (repository_id, person_id, history_read) VALUES (@0, @1, 1)
        ON CONFLICT (repository_id, person_id) DO UPDATE SET history_read = 1
        """;

    /// <summary>Records a contribution; once more is no change.</summary>
    public static void Record(DeliveryContext context, Contribution contribution) => context.Write(session => session.ExecuteAsync(
        Insert,
        contribution.RepositoryId,
        contribution.PersonId,
        (int)contribution.Type,
        contribution.Subject,
        contribution.OccurredAt.ToUnixTimeMilliseconds()));

    /// <summary>
    /// What a person did in the delivery's repository. What they did before the bot came is asked of GitHub once and kept.
    /// </summary>
    /// <param name="context">The delivery.</param>
    /// <param name="person">The person.</param>
    /// <param name="now">When what is in hand was done.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<History> HistoryOfAsync(DeliveryContext context, KnownPerson person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var repository = context.Repository;
        var history = await database.ReadAsync(async session =>
        {
            await using var row = await session.ReadAsync(Lowest, repository.Id, person.Id, now.ToUnixTimeMilliseconds());
            await row.ReadAsync();
            return new History(Number(0), Number(1), Number(2), Number(4) is { } last ? Clock.FromMilliseconds(last) : null)
            {
                FirstDiscussion = Number(3),
            };

            long? Number(int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
        });
        if (person.HistoryRead)
        {
            return history;
        }

        await foreach (var item in github.ListAuthoredAsync(repository, person.Login, cancellationToken))
        {
            // A login that was given up and taken by somebody else lists what its former owner did, too.
            if (item.AuthorId == person.Id)
            {
                foreach (var contribution in Contribution.Of(repository.Id, item))
                {
                    Record(context, contribution);
                    history = history.With(contribution, now);
                }
            }
        }

        context.Write(session => session.ExecuteAsync(HistoryRead, repository.Id, person.Id));
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
}
