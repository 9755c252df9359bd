using CommunityBot.Features.Nudges.Facts;
using CommunityBot.GitHub;
using CommunityBot.Inbox;

namespace CommunityBot.Features.Nudges;

/// <summary>Keeps what deliveries tell of pull requests.</summary>
public sealed class Tracker(PullRequests pulls)
{
    /// <summary>How long after the first delivery of a repository its other pull requests are read: GitHub has time to know what it told.</summary>
    private static readonly TimeSpan Settle = TimeSpan.FromMinutes(10);

    /// <summary>Adds to what is known of a pull request.</summary>
    public async Task TellAsync(DeliveryContext context, int number, PullFacts told, CancellationToken cancellationToken)
    {
        var rules = NudgeConfig.Of(await context.ConfigAsync(cancellationToken));
        NudgedRepositories.MeetRepository(context, context.ReceivedAt + Settle);
        PullRequests.Fold(context, number, told, rules);
    }

    /// <summary>How much a pull request changed when it was last told; null if it was not.</summary>
    public async Task<PullSize?> SizeOfAsync(DeliveryContext context, int number) => (await pulls.FindAsync(context.Repository.Id, number))?.Facts.Size;

    /// <summary>Whether what an account does counts in a repository.</summary>
    public async Task<bool> CountsAsync(DeliveryContext context, Account account, CancellationToken cancellationToken) =>
        !NudgeConfig.Of(await context.ConfigAsync(cancellationToken)).People.Ignores(account.Login);

    /// <summary>Has no nudge said on a pull request before a time.</summary>
    public async Task SnoozeAsync(DeliveryContext context, int number, DateTimeOffset until, CancellationToken cancellationToken)
    {
        var rules = NudgeConfig.Of(await context.ConfigAsync(cancellationToken));
        PullRequests.Fold(context, number, PullFacts.None, rules, pull => pull with { Progress = pull.Progress with { SnoozedUntil = until } });
    }
}
