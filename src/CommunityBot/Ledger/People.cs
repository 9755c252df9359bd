using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Storage;

namespace CommunityBot.Ledger;

/// <summary>Who is an insider of a repository and who is not.</summary>
public sealed class People(Database database, IGitHubReader github)
{
    private const string Select = "SELECT insider, history_read_by, history_next FROM people WHERE repository_id = @0 AND person_id = @1";

    private const string SetInsider = """
        INSERT INTO people (repository_id, person_id, insider, history_read_by) VALUES (@0, @1, @2, 0)
        ON CONFLICT (repository_id, person_id) DO UPDATE SET insider = excluded.insider
        """;

    /// <summary>Whether an association is proof of an insider; any other one proves nothing, since a private member has it, too.</summary>
    public static bool IsProof(string? association) => association is "OWNER" or "MEMBER" or "COLLABORATOR";

    /// <summary>What is known of somebody in the delivery's repository.</summary>
    /// <param name="context">The delivery.</param>
    /// <param name="account">The account.</param>
    /// <param name="association">What the payload says of the account; an association that only insiders have is proof, no other one is.</param>
    public Task<KnownPerson> FindAsync(DeliveryContext context, Account account, string association) => database.ReadAsync(async session =>
    {
        await using var row = await session.ReadAsync(Select, context.Repository.Id, account.Id);
        var isKnown = await row.ReadAsync();
        return new KnownPerson(
            account.Id,
            account.Login,
            IsProof(association) ? true : !isKnown || row.IsDBNull(0) ? null : row.GetInt64(0) != 0,
            isKnown && row.GetInt64(1) == context.Repository.InstallationId)
        {
            Proof = IsProof(association) ? association : null,
            HistoryNext = isKnown && !row.IsDBNull(2) ? new Uri(row.GetString(2)) : null,
        };
    });

    /// <summary>
    /// Whether somebody is certainly no insider. GitHub is asked once and the answer kept; an answer that cannot be had leaves a doubt.
    /// </summary>
    public async Task<bool> IsOutsiderAsync(DeliveryContext context, KnownPerson person, CancellationToken cancellationToken) =>
        await IsKnownInsiderAsync(context, person, cancellationToken) == false;

    /// <summary>Whether somebody is certainly an insider, asked and kept in the same way.</summary>
    public async Task<bool> IsInsiderAsync(DeliveryContext context, KnownPerson person, CancellationToken cancellationToken) =>
        await IsKnownInsiderAsync(context, person, cancellationToken) == true;

    /// <summary>Whether somebody is an insider by now, whatever they were when it was last asked. The answer is kept.</summary>
    /// <exception cref="GitHubRefusedException">GitHub does not tell.</exception>
    public async Task<bool> AskForInsiderAsync(DeliveryContext context, Account account, CancellationToken cancellationToken)
    {
        var answers = await context.OnceAsync(() => Task.FromResult(new InsiderAnswers()));
        if (!answers.TryGetValue(account.Id, out var insider))
        {
            answers[account.Id] = insider = await github.HasTriageAsync(context.Repository, account.Login, cancellationToken);
            context.Write(session => session.PostAsync(SetInsider, context.Repository.Id, account.Id, insider ? 1 : 0));
        }

        return insider;
    }

    /// <summary>Whether somebody is certainly no insider; if not, it is told why nothing is said.</summary>
    public async Task<bool> MaySpeakToAsync(DeliveryContext context, KnownPerson person, CancellationToken cancellationToken)
    {
        var outsider = await IsOutsiderAsync(context, person, cancellationToken);
        if (!outsider)
        {
            context.Silent(person.WhyNoOutsider);
        }

        return outsider;
    }

    private async Task<bool?> IsKnownInsiderAsync(DeliveryContext context, KnownPerson person, CancellationToken cancellationToken)
    {
        try
        {
            return person.Insider ?? await AskForInsiderAsync(context, new(person.Id, person.Login), cancellationToken);
        }
        catch (GitHubRefusedException refusal)
        {
            context.Refused($"GitHub does not tell whether {person.Login} is an insider: {refusal.Message}");
            return null;
        }
    }

    /// <summary>What GitHub said while this delivery is handled: it is kept when that is done, and the same person may have a part in it several times.</summary>
    private sealed class InsiderAnswers : Dictionary<long, bool>;
}
