using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Links;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Outbox;

/// <summary>Puts into the outbox what a moment says by the config of the repository.</summary>
public sealed class MomentWriter(MessageRenderer renderer, LinkFinder links, IGitHubReader github, Outbox outbox)
{
    /// <summary>Writes a comment.</summary>
    /// <param name="context">The delivery that led to it.</param>
    /// <param name="config">The config.</param>
    /// <param name="occasion">The moment.</param>
    /// <param name="cancellationToken">Ends the questions that this takes.</param>
    public async Task WriteAsync(DeliveryContext context, EffectiveConfig config, Occasion occasion, CancellationToken cancellationToken)
    {
        var (repository, item) = (context.Repository, occasion.Item);
        var facts = new VariantFacts(item.Labels, await ListFilesAsync(repository, occasion, cancellationToken), occasion.At, occasion.LastContribution);
        var model = new MessageModel(
            config.Get<GeneralSettings>().Language, repository, occasion.Author, item, await links.OfAsync(repository, config, cancellationToken));
        var body = renderer.Render(occasion.Moment, VariantRules.Message(occasion.Settings, facts, config), model, occasion.Key);
        outbox.Add(
            context,
            occasion.Moment.Kind,
            occasion.Key,
            new CommentEffect(item.Number, body)
            {
                Reaction = occasion.Settings.GitHubReaction(),
                Labels = occasion.Settings.Labels,
                OnlyWhileOpen = occasion.Due is not null,
            },
            occasion.Due);
    }

    // Asked for only where a variant depends on it.
    private async Task<IReadOnlyList<string>> ListFilesAsync(RepositoryRef repository, Occasion occasion, CancellationToken cancellationToken) =>
        occasion.Item.Kind == "pull_request" && occasion.Settings.Variants.Any(variant => variant.When.Path is not null)
            ? await github.ListChangedFilesAsync(repository, occasion.Item.Number, cancellationToken).ToListAsync(cancellationToken)
            : [];
}
