using CommunityBot.GitHub;
using CommunityBot.Messages;
using CommunityBot.Team;

namespace CommunityBot.Outbox;

/// <summary>Does at GitHub what messages say. An effect has one step that must not happen twice, and may have others that do no harm when repeated.</summary>
public sealed partial class EffectPoster(StateOfNow state, IGitHubWriter writer, Availability availability, Outbox outbox, ILogger<EffectPoster> logger)
{
    /// <summary>How much earlier than ours the clock of GitHub may be when own comments are looked for.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Whether anything is done at GitHub; if not, it is only told.</summary>
    public bool Writes => writer.Writes;

    /// <summary>Where an earlier attempt left the effect, or null if it is not there.</summary>
    /// <param name="message">The message.</param>
    /// <param name="effect">Its effect.</param>
    /// <param name="since">When the message began to wait.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public Task<string?> FindAsync(OutboxMessage message, Effect effect, DateTimeOffset since, CancellationToken cancellationToken) => effect switch
    {
        CommentEffect { Thread: not null } comment => writer.FindOwnLineCommentAsync(
            message.Repository, comment.Number, Marker.Build(message.Moment, message.Key), since - ClockSkew, cancellationToken),
        CommentEffect comment => writer.FindOwnCommentAsync(
            message.Repository, comment.Number, Marker.Build(message.Moment, message.Key), since - ClockSkew, cancellationToken),
        DiscussionCommentEffect comment => writer.FindOwnDiscussionCommentAsync(
            message.Repository, comment.DiscussionId, Marker.Build(message.Moment, message.Key), since - ClockSkew, cancellationToken),
        DiscussionEffect discussion => writer.FindOwnDiscussionAsync(
            message.Repository, discussion.Category, Marker.Build(message.Moment, message.Key), since - ClockSkew, cancellationToken),
        CheckRunEffect check => writer.FindOwnCheckRunAsync(message.Repository, check.Run, cancellationToken),
        ActEffect or ReactionEffect => Task.FromResult<string?>(null),
        _ => throw Unknown(effect),
    };

    /// <summary>Why the effect is not wanted any more, as <see cref="StateOfNow"/> knows; null if it is.</summary>
    public Task<string?> WhyNotAsync(OutboxMessage message, Effect effect, int attempts, CancellationToken cancellationToken) =>
        state.WhyNotAsync(message, effect, attempts, cancellationToken);

    /// <summary>Takes the step that must not happen twice, and returns where its result is to be seen; empty if nothing is posted on purpose.</summary>
    public async Task<string> PostAsync(OutboxMessage message, Effect effect, CancellationToken cancellationToken) => effect switch
    {
        CommentEffect { Thread: { } thread } comment => await writer.ReplyOnLineAsync(message.Repository, comment.Number, thread, await BodyAsync(comment), cancellationToken),
        CommentEffect comment => await writer.CommentAsync(message.Repository, comment.Number, await BodyAsync(comment), cancellationToken),
        DiscussionCommentEffect comment => await writer.CommentOnDiscussionAsync(message.Repository, comment.DiscussionId, await BodyAsync(comment), cancellationToken),
        DiscussionEffect discussion => await writer.CreateDiscussionAsync(message.Repository, discussion.Category, discussion.Title, await BodyAsync(discussion), cancellationToken),
        ActEffect act => await ActAsync(message, act, cancellationToken),
        ReactionEffect reaction => await ReactAsync(message, reaction, cancellationToken),
        CheckRunEffect check => await writer.CreateCheckRunAsync(message.Repository, check.Run, cancellationToken),
        _ => throw Unknown(effect),
    };

    /// <summary>Takes the steps that may be repeated. A refusal of one of them is told, and is no failure.</summary>
    public async Task FollowUpAsync(OutboxMessage message, Effect effect, CancellationToken cancellationToken)
    {
        if (effect is not SpokenEffect spoken)
        {
            return;
        }

        if (spoken.Reaction is { } reaction)
        {
            await TryAsync("reaction", message, spoken, () => ReactAsync(message, spoken, reaction, cancellationToken));
        }

        if (spoken.Labels.Count > 0)
        {
            await TryAsync("label", message, spoken, () => AddLabelsAsync(message, spoken, cancellationToken));
        }

        foreach (var act in spoken is CommentEffect ? spoken.Acts : [])
        {
            await TryAsync("act", message, spoken, () => DoAsync(message, ((CommentEffect)spoken).Number, act, cancellationToken));
        }

        if (spoken.Replaces is { } replaced && Comments.IdIn(await outbox.AddressOfAsync(replaced)) is { } comment)
        {
            await TryAsync("removal of what it replaces", message, spoken, () => writer.DeleteCommentAsync(message.Repository, comment, cancellationToken));
        }
    }

    // Who wants no mentions may have said so after it was written.
    private async Task<string> BodyAsync(SpokenEffect spoken)
    {
        var muted = await availability.MutedAmongAsync(Mentions.In(spoken.Body));
        if (spoken is { Login: { } login, PersonId: { } id } && (await availability.OfAsync([id]))[id].IsMuted)
        {
            muted.Add(login);
        }

        return Mentions.Without(spoken.Body, muted);
    }

    private async Task<string> ActAsync(OutboxMessage message, ActEffect effect, CancellationToken cancellationToken)
    {
        foreach (var act in effect.Acts)
        {
            await DoAsync(message, effect.Number, act, cancellationToken);
        }

        return Place(message, effect);
    }

    private async Task<string> ReactAsync(OutboxMessage message, ReactionEffect reaction, CancellationToken cancellationToken)
    {
        await writer.ReactToCommentAsync(message.Repository, reaction.At, reaction.Content, cancellationToken);
        return Place(message, reaction);
    }

    // What is done without a word has no address of its own.
    private string Place(OutboxMessage message, Effect effect) => writer.Writes ? effect.PlaceIn(message.Repository) : "";

    private Task DoAsync(OutboxMessage message, int number, Act act, CancellationToken cancellationToken) => act switch
    {
        AssignAct assign => writer.AssignAsync(message.Repository, number, assign.Login, cancellationToken),
        UnassignAct unassign => writer.UnassignAsync(message.Repository, number, unassign.Login, cancellationToken),
        RequestReviewAct request => writer.RequestReviewAsync(message.Repository, number, request.Login, cancellationToken),
        CloseAct close => writer.CloseAsync(message.Repository, number, close.Reason, cancellationToken),
        _ => throw new NotSupportedException($"nothing does {act.GetType().Name}"),
    };

    // What is on a discussion that the bot opened is its own: nobody's contribution to react to.
    private Task ReactAsync(OutboxMessage message, SpokenEffect spoken, string reaction, CancellationToken cancellationToken) => spoken switch
    {
        CommentEffect on => writer.ReactAsync(message.Repository, on.Number, reaction, cancellationToken),
        DiscussionCommentEffect on => writer.ReactToDiscussionAsync(message.Repository, on.DiscussionId, reaction, cancellationToken),
        _ => Task.CompletedTask,
    };

    private Task AddLabelsAsync(OutboxMessage message, SpokenEffect spoken, CancellationToken cancellationToken) => spoken switch
    {
        CommentEffect on => writer.AddLabelsAsync(message.Repository, on.Number, spoken.Labels, cancellationToken),
        DiscussionCommentEffect on => writer.AddDiscussionLabelsAsync(message.Repository, on.DiscussionId, spoken.Labels, cancellationToken),
        _ => Task.CompletedTask,
    };

    private async Task TryAsync(string what, OutboxMessage message, SpokenEffect spoken, Func<Task> step)
    {
        try
        {
            await step();
        }
        catch (GitHubRefusedException refusal)
        {
            var place = spoken.PlaceIn(message.Repository);
            LogLeftOut(what, place, refusal.Message);
        }
    }

    private static NotSupportedException Unknown(Effect effect) => new($"nothing does {effect.GetType().Name}");

    [LoggerMessage(Level = LogLevel.Warning, Message = "No {What} on {Place}: {Reason}")]
    private partial void LogLeftOut(string what, string place, string reason);
}
