using System.Globalization;
using CommunityBot.Commands;

namespace CommunityBot.Features.Presence;

/// <summary>What is said of the commands.</summary>
internal static class PresenceReplies
{
    private const string Table = "CommunityBot.Features.Presence.Messages.replies";

    public static readonly ReplyText AwayHelp = new(Table, "away-help");

    public static readonly ReplyText BackHelp = new(Table, "back-help");

    public static readonly ReplyText MuteHelp = new(Table, "mute-help");

    public static readonly ReplyText UnmuteHelp = new(Table, "unmute-help");

    /// <summary>What stands there is no date.</summary>
    public static ReplyText NotADate(DateOnly example) => About("not-a-date", example);

    /// <summary>The date is today or past.</summary>
    public static ReplyText Past(DateOnly example) => About("past", example);

    /// <summary>The date is too far ahead.</summary>
    public static ReplyText TooFar(DateOnly last) => About("too-far", last);

    private static ReplyText About(string name, DateOnly date) => new ReplyText(Table, name).WithOwn("date", date.ToString("O", CultureInfo.InvariantCulture));
}
