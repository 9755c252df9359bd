using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Team;

namespace CommunityBot.Features.Nudges;

/// <summary>Finds whom a nudge is for.</summary>
public sealed class Addressees(PersonPool pool, CodeOwnersFiles owners, Availability availability, SentNudges sent, IGitHubReader github)
{
    /// <summary>Files whose owners are looked for. Of a change that touches more, these are a fair part, and the first page or three of GitHub's list.</summary>
    private const int MostFiles = 300;

    /// <summary>Owners who are looked at; each may be a team that GitHub is asked for.</summary>
    private const int MostOwners = 20;

    /// <summary>Those who a ball lies with, as far as they can be spoken to.</summary>
    public async Task<AddresseeChoice> OfAsync(DeliveryContext context, TrackedPull pull, Ball ball, NudgeConfig rules, CancellationToken cancellationToken)
    {
        var putOff = pull.Progress.PutOffIn(ball.Cycle);
        await foreach (var tier in TiersAsync(context, pull, ball, rules, cancellationToken))
        {
            var choice = await ChooseAsync(context, tier, rules, putOff);
            if (choice.IsLater || choice.People.Count > 0)
            {
                return choice;
            }
        }

        return AddresseeChoice.Nobody;
    }

    /// <summary>Those of <c>people.mergers</c> who can be spoken to; null if there are none at all.</summary>
    public async Task<AddresseeChoice?> MergersAsync(DeliveryContext context, TrackedPull pull, Ball ball, NudgeConfig rules, CancellationToken cancellationToken)
    {
        var mergers = await OthersAsync(context, pull, rules.People.Mergers, cancellationToken);
        return mergers.Count == 0 ? null : await ChooseAsync(context, mergers, rules, pull.Progress.PutOffIn(ball.Cycle));
    }

    /// <summary>Whether the author may be told that somebody looks after a pull request, which nobody has told them yet.</summary>
    public async Task<bool> MayTellAuthorAsync(DeliveryContext context, TrackedPull pull)
    {
        var author = pull.Facts.Snapshot!.Author.Id;
        return !pull.Progress.ToldAuthor && (await availability.OfAsync([author]))[author].IsFree(context.ReceivedAt);
    }

    // Each is only asked for if nobody of the one before can be spoken to.
    private async IAsyncEnumerable<IReadOnlyList<Account>> TiersAsync(
        DeliveryContext context, TrackedPull pull, Ball ball, NudgeConfig rules, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var snapshot = pull.Facts.Snapshot!;
        switch (ball.Holder)
        {
            case BallHolder.Author:
                yield return [snapshot.Author];
                break;
            case BallHolder.Merger:
                yield return await OthersAsync(context, pull, rules.People.Mergers, cancellationToken);
                yield return VoicesOf(pull, voice => voice.Approves);
                break;
            default:
                yield return Others(pull, [.. snapshot.Reviewers, .. await pool.MembersAsync(context, snapshot.Teams, cancellationToken)]);

                // Whoever has reviewed is no longer among those who are asked for a review, and the one who waits for an answer to theirs.
                yield return VoicesOf(pull, voice => voice.Reviewed);
                yield return await OthersAsync(context, pull, await OwnersAsync(context, pull, cancellationToken), cancellationToken);
                yield return await OthersAsync(context, pull, rules.People.Mentors, cancellationToken);
                break;
        }
    }

    private async Task<IReadOnlyList<string>> OwnersAsync(DeliveryContext context, TrackedPull pull, CancellationToken cancellationToken)
    {
        var codeOwners = await owners.OfAsync(context.Repository, cancellationToken);
        if (ReferenceEquals(codeOwners, CodeOwners.None))
        {
            return [];
        }

        var files = await github.ListChangedFilesAsync(context.Repository, pull.Number, cancellationToken).Take(MostFiles).ToListAsync(cancellationToken);
        return
        [
            .. files.SelectMany(file => codeOwners.OwnersOf(file.Path))
                .GroupBy(owner => owner, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(owner => owner.Count())
                .Select(owner => owner.Key)
                .Take(MostOwners),
        ];
    }

    private async Task<AddresseeChoice> ChooseAsync(DeliveryContext context, IReadOnlyList<Account> accounts, NudgeConfig rules, int putOff)
    {
        var (presences, recent) = (await availability.OfAsync(accounts.Select(account => account.Id)), await sent.CountAsync(context, accounts));
        var candidates = accounts.Select(account => new Candidate(account, presences[account.Id], recent[account.Id]));
        return AddresseeRules.Choose(candidates, rules.People, rules.Settings.MaxPerPersonPerWeek, putOff, context.ReceivedAt);
    }

    private async Task<IReadOnlyList<Account>> OthersAsync(DeliveryContext context, TrackedPull pull, IReadOnlyList<string> names, CancellationToken cancellationToken) =>
        Others(pull, await pool.MembersAsync(context, names, cancellationToken));

    private static IReadOnlyList<Account> VoicesOf(TrackedPull pull, Func<Voice, bool> which) =>
        Others(pull, pull.Facts.Voices.Where(which).Select(voice => new Account(voice.Id, voice.Login)));

    private static IReadOnlyList<Account> Others(TrackedPull pull, IEnumerable<Account> accounts) =>
        [.. accounts.Where(account => account.Id != pull.Facts.Snapshot!.Author.Id).DistinctBy(account => account.Id)];
}
