using CommunityBot.Commands;
using CommunityBot.GitHub;
using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig;

namespace CommunityBot.Features.Kudos;

/// <summary><c>/thanks</c>: kudos in the ledger. Of a line that names somebody wrongly nothing is done, so that it can be mended by an edit.</summary>
public sealed class ThanksCommand(NamedPeople people) : ICommentCommand
{
    /// <inheritdoc/>
    public string Name => "thanks";

    /// <inheritdoc/>
    public string Usage => "/thanks @login[, @login…] [for TEXT]";

    /// <inheritdoc/>
    public CommandAudience Audience => CommandAudience.Anyone;

    /// <inheritdoc/>
    public ReplyText Help => KudosReplies.ThanksHelp;

    /// <inheritdoc/>
    public bool IsOn(EffectiveConfig config) => config.Get<KudosSettings>().Enabled;

    /// <inheritdoc/>
    public async Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        if (KudosRules.ReadThanks(command.Arguments) is not var (logins, text))
        {
            return CommandOutcome.NotDone(CommandReplies.Usage(Usage));
        }

        if (logins.Count > KudosRules.MostPeople)
        {
            return CommandOutcome.NotDone(KudosReplies.TooMany(KudosRules.MostPeople));
        }

        var receivers = new List<Account>();
        foreach (var login in logins)
        {
            if (await people.FindAsync(login, context, cancellationToken) is not { } receiver)
            {
                return CommandOutcome.NotDone(KudosReplies.NoPerson(login));
            }

            receivers.Add(receiver);
        }

        if (receivers.Any(receiver => receiver.Id == command.Person.Id))
        {
            return CommandOutcome.NotDone(KudosReplies.Yourself);
        }

        foreach (var receiver in receivers)
        {
            await Ledger.Kudos.RecordAsync(context, new(command.Person, receiver, command.Place, command.Url, text, command.At), cancellationToken);
        }

        return CommandOutcome.Done();
    }
}
