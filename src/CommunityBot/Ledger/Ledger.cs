using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig.Settings;
using CommunityBot.Storage;

namespace CommunityBot.Ledger;

/// <summary>The record of contributions.</summary>
public sealed class Ledger(Database database, IGitHubReader github)
{
    private const string Insert = """
        INSERT INTO contributions (repository_id, person_id, type, subject, occurred_at) VALUES (@0, @1, @2, @3, @4)
        ON CONFLICT (repository_id, person_id, type, subject) DO UPDATE SET occurred_at = excluded.occurred_at WHERE excluded.occurred_at < contributions.occurred_at
        """;

    private const string Lowest = """
        SELECT
            (SELECT MIN(subject) FROM contributions WHERE repository_id = @0 AND person_id = @1 AND type = 1),
            (SELECT MIN(subject) FROM contributions WHERE repository_id = @0 AND person_id = @1 AND type = 2),
            (SELECT MIN(subject) FROM contributions WHERE repository_id = @0 AND person_id = @1 AND type = 3),
            (SELECT MIN(subject) FROM contributions WHERE repository_id = @0 AND person_id = @1 AND type = 10),
            (SELECT MAX(occurred_at) FROM contributions WHERE repository_id = @0 AND person_id = @1 AND occurred_at < @2)
        """;

    private const string Merges = """
        SELECT COUNT(*), COUNT(CASE WHEN occurred_at < @3 OR (occurred_at = @3 AND subject < @2) THEN 1 END)
        FROM contributions WHERE repository_id = @0 AND person_id = @1 AND type = 3 AND subject <> @2
        """;

    private const string Merged = "SELECT 1 FROM contributions WHERE repository_id = @0 AND person_id = @1 AND type = 3 AND subject = @2";

    private const string Known = "SELECT 1 FROM contributions WHERE repository_id = @0 AND person_id = @1 AND type = @2 AND subject = @3";

    private const string HistoryRead = """
        INSERT INTO people (repository_id, person_id, history_read_by) VALUES (@0, @1, @2)
        ON CONFLICT (repository_id, person_id) DO UPDATE SET history_read_by = excluded.history_read_by, history_next = NULL
        """;

    private const string HistoryNext = """
        INSERT INTO people (repository_id, person_id, history_read_by, history_next) VALUES (@0, @1, 0, @2)
        ON CONFLICT (repository_id, person_id) DO UPDATE SET history_next = excluded.history_next
        """;

    /// <summary>Records what somebody did in the delivery's repository; once more is no change but that the earliest time counts, and whom the config ignores is not counted.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="person">Who did it; null for a bot, which is not counted either.</param>
    /// <param name="type">What kind it is.</param>
    /// <param name="subject">What it is about, as in <see cref="Contribution"/>.</param>
    /// <param name="at">When it was done.</param>
    /// <param name="cancellationToken">Ends the question for the config.</param>
    public static async Task RecordAsync(
        DeliveryContext context, Account? person, ContributionType type, long subject, DateTimeOffset at, CancellationToken cancellationToken)
    {
        if (person is not null && !(await context.ConfigAsync(cancellationToken)).Get<PeopleSettings>().Ignores(person.Login))
        {
            Record(context, new(context.Repository.Id, person.Id, type, subject, at));
        }
    }

    /// <summary>Those of some contributions that are not recorded.</summary>
    public Task<IReadOnlyList<Contribution>> UnknownAsync(IReadOnlyList<Contribution> contributions) => database.ReadAsync<IReadOnlyList<Contribution>>(async session =>
    {
        var unknown = new List<Contribution>();
        foreach (var its in contributions)
        {
            if (await session.ScalarAsync<long?>(Known, its.RepositoryId, its.PersonId, (int)its.Type, its.Subject) is null)
            {
                unknown.Add(its);
            }
        }

        return unknown;
    });

    /// <summary>What a person did in the delivery's repository, before the bot came and since.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="person">The person.</param>
    /// <param name="now">When what is in hand was done.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<History> HistoryOfAsync(DeliveryContext context, KnownPerson person, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await ReadHistoryAsync(context, person, cancellationToken);
        return await database.ReadAsync(async session =>
        {
            await using var row = await session.ReadAsync(Lowest, context.Repository.Id, person.Id, now.ToUnixTimeMilliseconds());
            await row.ReadAsync();
            return new History(Number(0), Number(1), Number(2), Number(4) is { } last ? Clock.FromMilliseconds(last) : null) { FirstDiscussion = Number(3) };

            long? Number(int column) => row.IsDBNull(column) ? null : row.GetInt64(column);
        });
    }

    /// <summary>The pull requests of a person that were merged in the delivery's repository, but for the one in hand.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="person">The person.</param>
    /// <param name="number">The pull request in hand.</param>
    /// <param name="mergedAt">When it was merged.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<OtherMerges> OtherMergesOfAsync(
        DeliveryContext context, KnownPerson person, long number, DateTimeOffset mergedAt, CancellationToken cancellationToken)
    {
        await ReadHistoryAsync(context, person, cancellationToken);
        return await KnownMergesAsync(context, person, number, mergedAt);
    }

    /// <summary>The same as far as the ledger knows it by now: GitHub is not asked.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="person">The person.</param>
    /// <param name="number">The pull request in hand.</param>
    /// <param name="mergedAt">When it was merged.</param>
    public Task<OtherMerges> KnownMergesAsync(DeliveryContext context, KnownPerson person, long number, DateTimeOffset mergedAt) => database.ReadAsync(async session =>
    {
        await using var row = await session.ReadAsync(Merges, context.Repository.Id, person.Id, number, mergedAt.ToUnixTimeMilliseconds());
        await row.ReadAsync();
        return new OtherMerges(row.GetInt32(0), row.GetInt32(1));
    });

    /// <summary>Whether the ledger knows by now that a pull request was merged.</summary>
    public async Task<bool> IsMergedAsync(DeliveryContext context, long person, long number) =>
        await database.ReadAsync(session => session.ScalarAsync<long?>(Merged, context.Repository.Id, person, number)) is not null;

    /// <summary>
    /// Whether a merge is a person's first in the delivery's repository. A long history is read only until an earlier one turns up.
    /// </summary>
    /// <param name="context">The delivery.</param>
    /// <param name="person">The person.</param>
    /// <param name="number">The pull request in hand.</param>
    /// <param name="mergedAt">When it was merged.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<bool> IsFirstMergeAsync(DeliveryContext context, KnownPerson person, long number, DateTimeOffset mergedAt, CancellationToken cancellationToken)
    {
        await ReadHistoryAsync(context, person, cancellationToken, HasEarlierAsync);
        return !await HasEarlierAsync();

        async Task<bool> HasEarlierAsync() => (await KnownMergesAsync(context, person, number, mergedAt)).Earlier > 0;
    }

    /// <summary>
    /// A history with all discussions in it. Who asks does so only while the ledger knows of no earlier one, so GitHub is asked once for a person: from then on it does.
    /// </summary>
    /// <param name="context">The delivery.</param>
    /// <param name="history">What <see cref="HistoryOfAsync"/> gave.</param>
    /// <param name="person">Numeric id of the person.</param>
    /// <param name="author">The person as GraphQL knows them.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<History> WithDiscussionsAsync(
        DeliveryContext context, History history, long person, DiscussionAuthor author, CancellationToken cancellationToken)
    {
        foreach (var discussion in await github.ListDiscussionsAsync(context.Repository, author, cancellationToken))
        {
            Record(context, new(context.Repository.Id, person, ContributionType.DiscussionOpened, discussion.Number, discussion.OpenedAt));
            history = history with { FirstDiscussion = Math.Min(history.FirstDiscussion ?? discussion.Number, discussion.Number) };
        }

        return history;
    }

    // What somebody did before the bot came is asked of GitHub once and kept, page by page: reading sixty pages takes longer than a delivery may, so the next attempt goes on
    // where this one ends.
    private async Task ReadHistoryAsync(DeliveryContext context, KnownPerson person, CancellationToken cancellationToken, Func<Task<bool>>? isEnough = null)
    {
        if (person.HistoryRead)
        {
            return;
        }

        var repository = context.Repository;
        var settings = (await context.ConfigAsync(cancellationToken)).Get<MergeSettings>();
        var next = person.HistoryNext;
        do
        {
            var page = await ReadPageAsync(repository, person, next, cancellationToken);
            next = page.Next;

            // A login that was given up and taken by somebody else lists what its former owner did, too.
            var own = page.Items.Where(item => item.AuthorId == person.Id).SelectMany(item => Contribution.Of(repository.Id, item, settings));
            await KeepAsync(repository, person, [.. own], next, isRead: next is null);
        }
        while (next is not null && !(isEnough is not null && await isEnough()));
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
            await KeepAsync(repository, person, [], next: null, isRead: false);
            throw;
        }
    }

    private Task KeepAsync(RepositoryRef repository, KnownPerson person, IReadOnlyList<Contribution> contributions, Uri? next, bool isRead) => database.WriteAsync(async session =>
    {
        foreach (var contribution in contributions)
        {
            await InsertAsync(session, contribution);
        }

        if (isRead)
        {
            await session.PostAsync(HistoryRead, repository.Id, person.Id, repository.InstallationId);
        }
        else
        {
            await session.PostAsync(HistoryNext, repository.Id, person.Id, next?.AbsoluteUri);
        }
    });

    private static void Record(DeliveryContext context, Contribution contribution) => context.Write(session => InsertAsync(session, contribution));

    private static Task<Posted> InsertAsync(Session session, Contribution contribution) => session.PostAsync(
        Insert,
        contribution.RepositoryId,
        contribution.PersonId,
        (int)contribution.Type,
        contribution.Subject,
        contribution.OccurredAt.ToUnixTimeMilliseconds());
}
