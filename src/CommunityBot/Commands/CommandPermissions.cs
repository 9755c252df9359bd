using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.Ledger;

namespace CommunityBot.Commands;

/// <summary>Who may use which command.</summary>
public sealed partial class CommandPermissions(People people, ILogger<CommandPermissions> logger)
{
    /// <summary>What somebody is told who may not use a command; null if they may.</summary>
    /// <returns><see cref="CommandOutcome.Nothing"/> where GitHub does not tell.</returns>
    public async Task<CommandOutcome?> WhyNotAsync(CommandAudience audience, WrittenComment comment, DeliveryContext context, CancellationToken cancellationToken)
    {
        var (isAuthor, needs) = (comment.Author.Id == comment.Item.Author?.Id, audience switch
        {
            CommandAudience.Author => CommandReplies.OnlyAuthor,
            CommandAudience.AuthorAndInsiders => CommandReplies.OnlyAuthorAndInsiders,
            CommandAudience.Insiders => CommandReplies.OnlyInsiders,
            _ => null,
        });
        if (needs is null || (isAuthor && audience != CommandAudience.Insiders))
        {
            return null;
        }

        return audience == CommandAudience.Author ? CommandOutcome.NotDone(needs) : await IsInsiderAsync(comment, context, cancellationToken) switch
        {
            true => null,
            false => CommandOutcome.NotDone(needs),
            null => CommandOutcome.Nothing,
        };
    }

    // What was known of somebody may have changed: who asks for something is asked about anew.
    private async Task<bool?> IsInsiderAsync(WrittenComment comment, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (People.IsProof(comment.Association))
        {
            return true;
        }

        try
        {
            return await people.AskForInsiderAsync(context, comment.Author, cancellationToken);
        }
        catch (GitHubRefusedException refusal)
        {
            LogInDoubt(refusal.Message);
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A command is left alone, since GitHub does not tell whether its author is an insider: {Reason}")]
    private partial void LogInDoubt(string reason);
}
