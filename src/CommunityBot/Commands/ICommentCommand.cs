using CommunityBot.Inbox;
using CommunityBot.RepositoryConfig;

namespace CommunityBot.Commands;

/// <summary>A command that people write into comments. Registered by <see cref="CommandsRegistration.AddCommentCommand{TCommand}"/>, it is known, documented and listed by <c>/help</c>.</summary>
public interface ICommentCommand
{
    /// <summary>Its name without the slash, in small letters.</summary>
    string Name { get; }

    /// <summary>How it is written, for example <c>/away [until DATE]</c>.</summary>
    string Usage { get; }

    /// <summary>Whose it is. That is looked at before it runs.</summary>
    CommandAudience Audience { get; }

    /// <summary>What it is for.</summary>
    ReplyText Help { get; }

    /// <summary>Whether there is such a command by a config; where there is none, it is nobody's word.</summary>
    bool IsOn(EffectiveConfig config) => true;

    /// <summary>Why it does nothing on such an item, whoever writes it; null if it does. That is looked at first.</summary>
    ReplyText? WhyNotOn(CommandItem item) => null;

    /// <summary>Does what it says. Once per line of a comment; what it wants written it says to the context.</summary>
    Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken);
}
