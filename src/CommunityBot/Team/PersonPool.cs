using System.Collections.Concurrent;
using CommunityBot.GitHub;
using CommunityBot.Inbox;

namespace CommunityBot.Team;

/// <summary>People behind the names in a config or in CODEOWNERS: accounts, and the members of teams.</summary>
public sealed partial class PersonPool(IGitHubReader github, TimeProvider time, ILogger<PersonPool> logger)
{
    /// <summary>How long an answer holds: people join and leave teams within days, not minutes.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    /// <summary>Members of a team that are looked at; a larger team is a mailing list, and nobody in it feels meant.</summary>
    private const int MostMembers = 200;

    /// <summary>Answers kept in memory, each some logins long.</summary>
    private const int MostKept = 10_000;

    private readonly ConcurrentDictionary<(long Installation, string Name), (DateTimeOffset Until, IReadOnlyList<Account> People)> _kept = new();

    /// <summary>Who is meant, each once. A name that GitHub does not know, or does not show, means nobody.</summary>
    /// <param name="context">What it is asked for.</param>
    /// <param name="names">Logins, or teams as <c>organization/team</c>.</param>
    /// <param name="cancellationToken">Ends the questions.</param>
    public async Task<IReadOnlyList<Account>> MembersAsync(DeliveryContext context, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var people = new List<Account>();
        foreach (var name in names)
        {
            people.AddRange(await FindAsync(context.Repository, name, cancellationToken));
        }

        return [.. people.DistinctBy(person => person.Id)];
    }

    private async Task<IReadOnlyList<Account>> FindAsync(RepositoryRef repository, string name, CancellationToken cancellationToken)
    {
        var key = (repository.InstallationId, name.ToUpperInvariant());
        if (_kept.TryGetValue(key, out var kept) && time.GetUtcNow() < kept.Until)
        {
            return kept.People;
        }

        if (_kept.Count >= MostKept)
        {
            _kept.Clear();
        }

        var people = await AskAsync(repository, name, cancellationToken);
        _kept[key] = (time.GetUtcNow() + Fresh, people);
        return people;
    }

    private async Task<IReadOnlyList<Account>> AskAsync(RepositoryRef repository, string name, CancellationToken cancellationToken)
    {
        try
        {
            return name.Split('/') is [var organization, var team]
                ? await github.ListTeamMembersAsync(repository.InstallationId, organization, team, cancellationToken).Take(MostMembers).ToListAsync(cancellationToken)
                : await github.FindPersonAsync(repository, name, cancellationToken) is { } person ? [person] : [];
        }
        catch (GitHubRefusedException refusal)
        {
            LogNobody(name, repository.FullName, refusal.Message);
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody is meant by {Name} of {Repository}, since GitHub does not show who it is: {Reason}")]
    private partial void LogNobody(string name, string repository, string reason);
}
