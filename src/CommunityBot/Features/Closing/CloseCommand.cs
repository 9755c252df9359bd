using CommunityBot.Commands;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Messages;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Closing;

/// <summary><c>/not-yet</c> and <c>/no</c>: an issue or a pull request is closed, and its author hears why, where the project is going and what they can do.</summary>
/// <param name="name">Its name.</param>
/// <param name="moment">What is said.</param>
/// <param name="help">What it is for.</param>
public sealed class CloseCommand(string name, Moment moment, ReplyText help) : ICommentCommand
{
    /// <summary>Why an issue is closed, <see href="https://docs.github.com/rest/issues/issues#update-an-issue">as GitHub calls it</see>; a pull request has no reason.</summary>
    private const string NotPlanned = "not_planned";

    /// <inheritdoc/>
    public string Name => name;

    /// <inheritdoc/>
    public string Usage => $"/{name} [TEXT]";

    /// <inheritdoc/>
    public CommandAudience Audience => CommandAudience.Insiders;

    /// <inheritdoc/>
    public ReplyText Help => help;

    /// <inheritdoc/>
    public ReplyText? WhyNotOn(CommandItem item) => item.DiscussionId is null ? null : CommandReplies.NotOnDiscussions;

    /// <inheritdoc/>
    public async Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        var item = command.Item;
        if (!item.IsOpen)
        {
            return CommandOutcome.NotDone(CommandReplies.Closed);
        }

        var close = new CloseAct(item.IsIssue ? NotPlanned : null);
        var people = (await context.ConfigAsync(cancellationToken)).Get<PeopleSettings>();

        // A bot hears nothing, and whoever closes what they opened themselves knows why.
        return item.Author is not { } author || author.Id == command.Person.Id || people.Ignores(author.Login)
            ? CommandOutcome.Done(close)
            : CommandOutcome.DoneAndSaid(Words(command, new(author.Id, author.Login, Insider: null, HistoryRead: false), $"{context.Repository.Id}-{item.Item.Number}"), close);
    }

    private Occasion Words(CommandCall command, KnownPerson author, string key) =>
        new(moment, ClosingMomentSettings.None, key, author, command.Item.Item, command.At) { Extras = new() { Reason = command.Arguments } };
}
