using CommunityBot.GitHub;
using CommunityBot.Messages;

namespace CommunityBot.Outbox;

/// <summary>Does at GitHub what messages say. An effect has one step that must not happen twice, and may have others that do no harm when repeated.</summary>
public sealed partial class EffectPoster(IGitHubReader reader, IGitHubWriter writer, ILogger<EffectPoster> logger)
{
    /// <summary>How much earlier than ours the clock of GitHub may be when own comments are looked for.</summary>
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Where an earlier attempt left the effect, or null if it is not there.</summary>
    /// <param name="message">The message.</param>
    /// <param name="effect">Its effect.</param>
    /// <param name="since">When the message began to wait.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public Task<string?> FindAsync(OutboxMessage message, Effect effect, DateTimeOffset since, CancellationToken cancellationToken) => effect switch
    {
        CommentEffect comment => writer.FindOwnCommentAsync(
            message.Repository, comment.Number, Marker.Build(message.Moment, message.Key), since - ClockSkew, cancellationToken),
        DiscussionCommentEffect comment => writer.FindOwnDiscussionCommentAsync(
            message.Repository, comment.DiscussionId, Marker.Build(message.Moment, message.Key), since - ClockSkew, cancellationToken),
        DiscussionEffect discussion => writer.FindOwnDiscussionAsync(
            message.Repository, discussion.Category, Marker.Build(message.Moment, message.Key), since - ClockSkew, cancellationToken),
        CheckRunEffect check => writer.FindOwnCheckRunAsync(message.Repository, check.Run, cancellationToken),
        _ => throw Unknown(effect),
    };

    /// <summary>
    /// Whether the effect is still wanted: nothing is said where the conversation was locked meanwhile, and what was to wait is not said of what was closed. What is said at
    /// once is not asked about, since the delivery has just told of it.
    /// </summary>
    /// <param name="message">The message.</param>
    /// <param name="effect">Its effect.</param>
    /// <param name="attempts">Attempts so far, this one included.</param>
    /// <param name="cancellationToken">Ends the question.</param>
    public async Task<bool> IsWantedAsync(OutboxMessage message, Effect effect, int attempts, CancellationToken cancellationToken)
    {
        if (effect is not SpokenEffect spoken || (attempts == 1 && !spoken.OnlyWhileOpen))
        {
            return true;
        }

        var state = spoken switch
        {
            CommentEffect on => await reader.ReadStateAsync(message.Repository, on.Number, cancellationToken),
            DiscussionCommentEffect on => await reader.ReadDiscussionStateAsync(message.Repository, on.DiscussionId, cancellationToken),
            _ => new ItemState(IsOpen: true, IsLocked: false),
        };
        return !state.IsLocked && (state.IsOpen || !spoken.OnlyWhileOpen);
    }

    /// <summary>Takes the step that must not happen twice, and returns where its result is to be seen; empty if nothing is posted on purpose.</summary>
    public Task<string> PostAsync(OutboxMessage message, Effect effect, CancellationToken cancellationToken) => effect switch
    {
        CommentEffect comment => writer.CommentAsync(message.Repository, comment.Number, comment.Body, cancellationToken),
        DiscussionCommentEffect comment => writer.CommentOnDiscussionAsync(message.Repository, comment.DiscussionId, comment.Body, cancellationToken),
        DiscussionEffect discussion => writer.CreateDiscussionAsync(message.Repository, discussion.Category, discussion.Title, discussion.Body, cancellationToken),
        CheckRunEffect check => writer.CreateCheckRunAsync(message.Repository, check.Run, cancellationToken),
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
    }

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
