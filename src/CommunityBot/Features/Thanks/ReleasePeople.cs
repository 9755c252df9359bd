using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.RepositoryConfig.Settings;
using Octokit.Webhooks.Models;

namespace CommunityBot.Features.Thanks;

/// <summary>Finds out who had a part in a release.</summary>
public sealed partial class ReleasePeople(IGitHubReader github, Ledger.Ledger ledger, People people, ILogger<ReleasePeople> logger)
{
    /// <summary>
    /// People of whom GitHub is asked what they did before, and as many who they are by now. Each takes it a fraction of a second, and with the commits they share the
    /// time of one delivery. Of others nothing is claimed: they are thanked as contributors, or not known at all.
    /// </summary>
    private const int MostAsked = 20;

    /// <summary>Logins of people by the names of the lists that they are in, the strongest first.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> OfAsync(
        DeliveryContext context, Release release, DateTimeOffset publishedAt, CancellationToken cancellationToken)
    {
        var repository = context.Repository;
        if (ReleaseRules.Previous(await github.ListReleasesAsync(repository, cancellationToken), release.Id, publishedAt, release.Prerelease) is not { } previous)
        {
            LogFirst(release.TagName);
            return ReleaseRules.EachOnce();
        }

        var (commits, isWhole) = await github.ReadReleasedAsync(repository, previous.Tag, release.TagName, cancellationToken);
        if (!isWhole)
        {
            LogLong(release.TagName, previous.Tag, commits.Count);
        }

        var ignored = (await context.ConfigAsync(cancellationToken)).Get<PeopleSettings>();
        var (authors, reviewers, reporters) = (ReleaseRules.Authors(commits), ReleaseRules.Reviewers(commits), ReleaseRules.Reporters(commits));
        var coAuthors = await CoAuthorsAsync(repository, commits, [.. authors, .. reviewers, .. reporters], cancellationToken);
        var firstMerges = ReleaseRules.FirstMerges(commits).Where(merge => IsSpokenOf(merge.Author));
        return ReleaseRules.EachOnce(
            ("newcomers", await NewcomersAsync(context, firstMerges, cancellationToken)),
            ("contributors", authors.Concat(coAuthors).Where(IsSpokenOf)),
            ("reviewers", reviewers.Where(IsSpokenOf)),
            ("reporters", reporters.Where(IsSpokenOf)));

        bool IsSpokenOf(Account person) => RefusalRules.IsPersons(person.Login) && !ignored.Ignores(person.Login);
    }

    // Those whose first merge ever is one of these. What the ledger knows is asked of nobody.
    private async Task<IReadOnlyList<Account>> NewcomersAsync(
        DeliveryContext context, IEnumerable<(Account Author, ReleasedPullRequest PullRequest)> firstMerges, CancellationToken cancellationToken)
    {
        var (newcomers, asked) = (new List<Account>(), 0);
        foreach (var (author, pull) in firstMerges)
        {
            var person = await people.FindAsync(context, author, association: "");
            if ((await ledger.KnownMergesAsync(context, person, pull.Number, pull.MergedAt)).Earlier == 0
                && (person.HistoryRead || asked++ < MostAsked)
                && await IsFirstAsync(context, person, pull, cancellationToken))
            {
                newcomers.Add(author);
            }
        }

        return newcomers;
    }

    // In doubt nobody is called new, and everybody else is thanked all the same.
    private async Task<bool> IsFirstAsync(DeliveryContext context, KnownPerson person, ReleasedPullRequest pull, CancellationToken cancellationToken)
    {
        try
        {
            return await ledger.IsFirstMergeAsync(context, person, pull.Number, pull.MergedAt, cancellationToken);
        }
        catch (GitHubRefusedException refusal)
        {
            LogInDoubt(pull.Number, refusal.Message);
            return false;
        }
    }

    // A trailer has the login of its day, which may be somebody else's by now.
    private async Task<IReadOnlyList<Account>> CoAuthorsAsync(
        RepositoryRef repository, IReadOnlyList<ReleasedCommit> commits, IReadOnlyList<Account> known, CancellationToken cancellationToken)
    {
        var (coAuthors, asked) = (new List<Account>(), 0);
        foreach (var (id, login) in commits.SelectMany(commit => CoAuthorTrailers.Of([commit.Message])).Distinct().Where(named => RefusalRules.IsPersons(named.Login)))
        {
            var person = known.FirstOrDefault(person => id is null ? person.Login.Equals(login, StringComparison.OrdinalIgnoreCase) : person.Id == id);
            if (person is null && asked++ < MostAsked)
            {
                person = id is { } number ? await github.FindPersonAsync(repository, number, cancellationToken) : await github.FindPersonAsync(repository, login, cancellationToken);
            }

            if (person is not null)
            {
                coAuthors.Add(person);
            }
        }

        return coAuthors;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Nobody is thanked for {Tag}: no release is known that it follows")]
    private partial void LogFirst(string tag);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Who had a part in {Tag} is known only of the first {Count} commits since {Previous}")]
    private partial void LogLong(string tag, string previous, int count);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The author of #{Number} is not called new, since GitHub does not tell what they did before: {Reason}")]
    private partial void LogInDoubt(int number, string reason);
}
