using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Links;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Outbox;

/// <summary>Puts into the outbox what moments say by the config of the repository.</summary>
public sealed class MomentWriter(MessageRenderer renderer, LinkFinder links, Ledger.Ledger ledger, IGitHubReader github, Outbox outbox)
{
    /// <summary>Writes one comment about what falls together on one item. What was said before is left out, and if nothing is left, so is the comment.</summary>
    /// <param name="context">The delivery that led to it.</param>
    /// <param name="cancellationToken">Ends the questions that this takes.</param>
    /// <param name="occasions">The moments, the strongest first.</param>
    public async Task WriteAsync(DeliveryContext context, CancellationToken cancellationToken, params IReadOnlyList<Occasion> occasions)
    {
        var config = await context.ConfigAsync(cancellationToken);
        var parts = new List<OutboxPart>();
        foreach (var occasion in occasions)
        {
            parts.Add(await PartAsync(context, config, occasion, cancellationToken));
        }

        outbox.Add(context, parts, MessageRenderer.MostCharacters, occasions is [var first, ..] ? first.Due : null);
    }

    /// <summary>What one moment says, to be put into the outbox later.</summary>
    public async Task<OutboxEntry> PrepareAsync(DeliveryContext context, Occasion occasion, CancellationToken cancellationToken) =>
        Outbox.Together([await PartAsync(context, await context.ConfigAsync(cancellationToken), occasion, cancellationToken)]);

    private async Task<OutboxPart> PartAsync(DeliveryContext context, EffectiveConfig config, Occasion occasion, CancellationToken cancellationToken)
    {
        var repository = context.Repository;
        var item = occasion.Item with { Labels = await ListLabelsAsync(repository, occasion, cancellationToken) };
        var facts = new VariantFacts(item.Labels, await ListFilesAsync(repository, occasion, cancellationToken), occasion.At, await LastContributionAsync(context, occasion, cancellationToken));
        var language = config.Get<GeneralSettings>().Language;
        var model = new MessageModel(language, repository, occasion.Person.Login, item, await links.OfAsync(repository, config, cancellationToken)) { Extras = occasion.Extras };
        var text = renderer.Render(occasion.Moment, VariantRules.Message(occasion.Settings, facts, config), model);
        return new(occasion.Moment.Kind, occasion.Key, Effect(occasion, text) with
        {
            // What has a discussion of its own is about many, and their names are chosen already.
            Login = occasion.NewDiscussion is null ? occasion.Person.Login : null,
            PersonId = occasion.NewDiscussion is null ? occasion.Person.Id : null,
            Reaction = occasion.Settings.GitHubReaction(),
            Labels = occasion.Settings.Labels,
            IsAnswer = occasion.IsAnswer,
            OnlyWhileOpen = occasion.OnlyWhileOpen,
            WithinHours = occasion.WithinHours,
            ClaimId = occasion.ClaimId,
            Replaces = occasion.Replaces,
            Acts = occasion.Acts,
        });
    }

    private static SpokenEffect Effect(Occasion occasion, string text) => occasion switch
    {
        { NewDiscussion: var (category, title) } => new DiscussionEffect(category, title, text),
        { DiscussionId: { } id } => new DiscussionCommentEffect(id, occasion.Item.Number, text),
        _ => new CommentEffect(occasion.Item.Number, text),
    };

    // Those of a discussion are asked for, and only where the config speaks of them.
    private async Task<IReadOnlyList<string>> ListLabelsAsync(RepositoryRef repository, Occasion occasion, CancellationToken cancellationToken) =>
        occasion.DiscussionId is { } id && VariantRules.NeedsLabels(occasion.Settings)
            ? await github.ListDiscussionLabelsAsync(repository, id, cancellationToken)
            : occasion.Item.Labels;

    // This and the next are asked for only where a variant depends on it.
    private async Task<DateTimeOffset?> LastContributionAsync(DeliveryContext context, Occasion occasion, CancellationToken cancellationToken) =>
        VariantRules.NeedsHistory(occasion.Settings) ? (await ledger.HistoryOfAsync(context, occasion.Person, occasion.At, cancellationToken)).LastAt : null;

    private async Task<IReadOnlyList<string>> ListFilesAsync(RepositoryRef repository, Occasion occasion, CancellationToken cancellationToken) =>
        occasion.Item.Kind == "pull_request" && occasion.Settings.Variants.Any(variant => variant.When.Path is not null)
            ? await github.ListChangedFilesAsync(repository, occasion.Item.Number, cancellationToken).Select(file => file.Path).ToListAsync(cancellationToken)
            : [];
}
