using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using Octokit.Webhooks.Models.PullRequestEvent;

namespace CommunityBot.Features.Thanks.Promotions;

/// <summary>Congratulates those whom a merge newly names in the files that say who looks after what.</summary>
public sealed partial class FilePromotions(MergeFacts facts, NewOwners newOwners, PromotedPeople people, ILogger<FilePromotions> logger)
{
    /// <summary>The moments, one for each of them.</summary>
    public async Task<IReadOnlyList<Occasion>> OfAsync(DeliveryContext context, PullRequest pull, DateTimeOffset mergedAt, CancellationToken cancellationToken)
    {
        // On another branch, and where something is taken back, the names are those of another time.
        if (!MergeRules.GoesToDefaultBranch(pull) || MergeThanksRules.IsRepeat(pull)
            || PromotionRules.Wanted((await context.ConfigAsync(cancellationToken)).Get<ThanksSettings>()) is not { } wanted
            || !(await facts.OfAsync(context, (int)pull.Number, cancellationToken)).Files.Any(file => OwnerFiles.RoleOf(file.Path) is not null))
        {
            return [];
        }

        try
        {
            var occasions = new List<Occasion>();
            foreach (var (login, role) in await newOwners.OfAsync(context, pull, cancellationToken))
            {
                if (await people.FindAsync(context, login, mergedAt, cancellationToken) is { } person)
                {
                    var key = PromotionRules.Key(context.Repository.Id, person.Id, PromotionRules.Name(role));
                    occasions.Add(new(ThanksFeature.Promotion, wanted, key, person, ThanksItems.Of(pull), mergedAt));
                }
            }

            return occasions;
        }
        catch (GitHubRefusedException refusal)
        {
            LogNobody(pull.Number, refusal.Message);
            return [];
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Nobody is congratulated on a promotion by #{Number}, since GitHub does not tell who is new: {Reason}")]
    private partial void LogNobody(long number, string reason);
}
