using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Outbox;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Commands;

/// <summary>Runs the commands of a comment, in order, and answers it: with reactions, and with one reply if there is something to say.</summary>
public sealed class CommandRunner(
    IEnumerable<ICommentCommand> commands, CommandPermissions permissions, HeardComments heard, MomentWriter moments, Outbox.Outbox outbox)
{
    /// <summary>Kind of the one reply to a comment.</summary>
    public const string Reply = "commands.reply";

    /// <summary>Commands of a comment that are run at most.</summary>
    public const int Most = 5;

    private const string Rocket = "rocket";

    private const string Confused = "confused";

    private const string Reaction = "commands.reaction";

    private const string ActKind = "commands.act";

    /// <summary>Runs the commands that are new with a comment.</summary>
    public async Task RunAsync(WrittenComment comment, DeliveryContext context, CancellationToken cancellationToken)
    {
        var lines = comment.NewLines;
        if (lines.Count == 0)
        {
            return;
        }

        var config = await context.ConfigAsync(cancellationToken);
        var known = commands.Where(command => command.IsOn(config)).ToDictionary(command => command.Name);
        var calls = lines.Where(line => known.ContainsKey(line.Name)).Take(Most).ToList();
        if (calls.Count == 0)
        {
            return;
        }

        if (await heard.HasAsync(comment))
        {
            context.Silent("the commands of the comment were run before");
            return;
        }

        HeardComments.Record(context, comment);
        var outcomes = new List<(ICommentCommand Command, CommandOutcome Outcome)>();
        var item = comment.Item;
        foreach (var line in calls)
        {
            var command = known[line.Name];
            var call = new CommandCall(comment.Author, item, line.Arguments, comment) { Known = [.. known.Values] };
            var outcome = await RunAsync(command, call, context, cancellationToken);
            if (outcome.Acts.Count > 0)
            {
                outbox.Add(context, ActKind, $"{VersionOf(comment)}-{outcomes.Count}", await ActAsync(command, outcome, call, context, cancellationToken));
            }

            item = item.After(outcome.Acts, comment.Author);
            outcomes.Add((command, outcome));
        }

        foreach (var entry in Answers(comment, outcomes, config.Get<GeneralSettings>().Language))
        {
            outbox.Add(context, entry.Moment, entry.Key, entry.Effect);
        }
    }

    private async Task<CommandOutcome> RunAsync(ICommentCommand command, CommandCall call, DeliveryContext context, CancellationToken cancellationToken)
    {
        try
        {
            return command.WhyNotOn(call.Item) is { } notHere
                ? CommandOutcome.NotDone(notHere)
                : await permissions.WhyNotAsync(command.Audience, call.Comment, context, cancellationToken) ?? await command.RunAsync(call, context, cancellationToken);
        }
        catch (GitHubRefusedException refusal)
        {
            context.Silent(refusal.Message);
            return CommandOutcome.NotDone(CommandReplies.Refused);
        }
    }

    // What is said and how it is answered depends on whether GitHub lets it be done.
    private async Task<ActEffect> ActAsync(ICommentCommand command, CommandOutcome outcome, CommandCall call, DeliveryContext context, CancellationToken cancellationToken)
    {
        var language = (await context.ConfigAsync(cancellationToken)).Get<GeneralSettings>().Language;
        return new(call.Item.Item.Number, outcome.Acts, call.At)
        {
            Recorded = outcome.Recorded,
            Done = [React(call.Comment, Rocket), .. outcome.Occasion is { } occasion ? [await moments.PrepareAsync(context, occasion with { IsAnswer = true }, cancellationToken)] : Array.Empty<OutboxEntry>()],
            NotDone = [.. Answers(call.Comment, [(command, CommandOutcome.NotDone(CommandReplies.Refused))], language)],
        };
    }

    // What is done with acts gets its reaction when they are done. Of several replies to a comment the outbox keeps the first.
    private static IEnumerable<OutboxEntry> Answers(WrittenComment comment, IReadOnlyList<(ICommentCommand Command, CommandOutcome Outcome)> outcomes, string language)
    {
        if (outcomes.Any(run => run.Outcome is { IsDone: true, Acts.Count: 0 }))
        {
            yield return React(comment, Rocket);
        }

        if (outcomes.Any(run => run.Outcome.WhyNot is not null))
        {
            yield return React(comment, Confused);
        }

        if (CommandReply.Of(comment.Author.Login, outcomes, language) is { } text)
        {
            SpokenEffect effect = comment.Item.DiscussionId is { } id
                ? new DiscussionCommentEffect(id, comment.Item.Item.Number, text)
                : new CommentEffect(comment.Item.Item.Number, text) { Thread = comment.Thread };
            yield return Outbox.Outbox.Together([new(Reply, comment.Key, effect with { Login = comment.Author.Login, PersonId = comment.Author.Id, IsAnswer = true })]);
        }
    }

    private static OutboxEntry React(WrittenComment comment, string reaction) => new(Reaction, $"{comment.Key}-{reaction}", new ReactionEffect(comment.Place, reaction));

    private static string VersionOf(WrittenComment comment) => comment.IsEdit ? $"{comment.Key}-{comment.At.ToUnixTimeMilliseconds()}" : comment.Key;
}
