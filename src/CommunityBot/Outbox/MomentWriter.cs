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
        var repository = context.Repository;
        var item = occasion.Item with { Labels = await ListLabelsAsync(repository, occasion, cancellationToken) };
        var facts = new VariantFacts(item.Labels, await ListFilesAsync(repository, occasion, cancellationToken), occasion.At, occasion.LastContribution);
        var model = new MessageModel(
            config.Get<GeneralSettings>().Language, repository, occasion.Author, item, await links.OfAsync(repository, config, cancellationToken));
        var body = renderer.Render(occasion.Moment, VariantRules.Message(occasion.Settings, facts, config), model, occasion.Key);
        outbox.Add(
            context,
            occasion.Moment.Kind,
            occasion.Key,
            Comment(occasion, body) with
            {
                Reaction = occasion.Settings.GitHubReaction(),
                Labels = occasion.Settings.Labels,
                OnlyWhileOpen = occasion.Due is not null,
            },
            occasion.Due);
    }

    private static SpokenEffect Comment(Occasion occasion, string body) => occasion.DiscussionId is { } id
        ? new DiscussionCommentEffect(id, occasion.Item.Number, body)
        : new CommentEffect(occasion.Item.Number, body);

    // Those of a discussion are asked for, and only where the config speaks of them.
    private async Task<IReadOnlyList<string>> ListLabelsAsync(RepositoryRef repository, Occasion occasion, CancellationToken cancellationToken) =>
        occasion.DiscussionId is { } id && VariantRules.NeedsLabels(occasion.Settings)
            ? await github.ListDiscussionLabelsAsync(repository, id, cancellationToken)
            : occasion.Item.Labels;

    // Asked for only where a variant depends on it.
    private async Task<IReadOnlyList<string>> ListFilesAsync(RepositoryRef repository, Occasion occasion, CancellationToken cancellationToken) =>
        occasion.Item.Kind == "pull_request" && occasion.Settings.Variants.Any(variant => variant.When.Path is not null)
            ? await github.ListChangedFilesAsync(repository, occasion.Item.Number, cancellationToken).ToListAsync(cancellationToken)
            : [];
}
