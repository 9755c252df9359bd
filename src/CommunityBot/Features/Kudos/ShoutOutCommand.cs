using CommunityBot.Commands;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.RepositoryConfig;

namespace CommunityBot.Features.Kudos;

/// <summary><c>/shout-out</c>: somebody's talk, post or demo, for all to see.</summary>
public sealed class ShoutOutCommand(NamedPeople people) : ICommentCommand
{
    /// <inheritdoc/>
    public string Name => "shout-out";

    /// <inheritdoc/>
    public string Usage => "/shout-out @login URL [TEXT]";

    /// <inheritdoc/>
    public CommandAudience Audience => CommandAudience.Insiders;

    /// <inheritdoc/>
    public ReplyText Help => KudosReplies.ShoutOutHelp;

    /// <inheritdoc/>
    public bool IsOn(EffectiveConfig config) => config.Get<KudosSettings>().Enabled;

    /// <inheritdoc/>
    public async Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (KudosRules.ReadShoutOut(command.Arguments) is not var (login, address, text))
        {
            return CommandOutcome.NotDone(CommandReplies.Usage(Usage));
        }

        if (address is null)
        {
            return CommandOutcome.NotDone(KudosReplies.NoAddress(Usage));
        }

        if (await people.FindAsync(login, context, cancellationToken) is not { } person)
        {
            return CommandOutcome.NotDone(KudosReplies.NoPerson(login));
        }

        await ShoutOut.RecordAsync(context, new(person, address, text, command.Url, command.At), cancellationToken);
        return CommandOutcome.Done();
    }
}
