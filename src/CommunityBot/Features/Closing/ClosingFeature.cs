using CommunityBot.Commands;
using CommunityBot.Messages;
using CommunityBot.Outbox;

namespace CommunityBot.Features.Closing;

/// <summary>Closes with kind words what does not fit, or not yet.</summary>
public static class ClosingFeature
{
    private const string Texts = "CommunityBot.Features.Closing.Messages";

    private static readonly string Closes = new CloseAct(Reason: null).Words;

    /// <summary>Something that is closed for now, once per item.</summary>
    public static readonly Moment NotYet = new("closing.not-yet", "issue", $"{Texts}.not-yet")
    {
        Setting = "",
        HasMessage = false,
        SampleDeed = Closes,
        SampleTitle = "Read files from the network, too",
        SampleEvent = "A maintainer closed it with /not-yet.",
    };

    /// <summary>Something that is closed for good, once per item.</summary>
    public static readonly Moment No = new("closing.no", "issue", $"{Texts}.no")
    {
        Setting = "",
        HasMessage = false,
        SampleDeed = Closes,
        SampleTitle = "Guess which file was meant",
        SampleEvent = "A maintainer closed it with /no.",
    };

    /// <summary>Registers the feature.</summary>
    public static void Add(IServiceCollection services) => services
        .AddSingleton(NotYet)
        .AddSingleton(No)
        .AddSingleton<ICommentCommand>(new CloseCommand("not-yet", NotYet, new($"{Texts}.replies", "not-yet-help")))
        .AddSingleton<ICommentCommand>(new CloseCommand("no", No, new($"{Texts}.replies", "no-help")));
}
