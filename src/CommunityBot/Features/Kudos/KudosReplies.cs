using System.Globalization;
using CommunityBot.Commands;

namespace CommunityBot.Features.Kudos;

/// <summary>What is said of the commands.</summary>
internal static class KudosReplies
{
    private const string Table = "CommunityBot.Features.Kudos.Messages.replies";

    public static readonly ReplyText ThanksHelp = new(Table, "thanks-help");

    public static readonly ReplyText ShoutOutHelp = new(Table, "shout-out-help");

    /// <summary>Somebody thanks themselves.</summary>
    public static readonly ReplyText Yourself = new(Table, "yourself");

    /// <summary>Too many people in a line.</summary>
    public static ReplyText TooMany(int most) => new ReplyText(Table, "too-many").WithOwn("count", most.ToString(CultureInfo.InvariantCulture));

    /// <summary>A login is no person's, or that of somebody who is left out.</summary>
    public static ReplyText NoPerson(string login) => new(Table, "no-person", ("login", login));

    /// <summary>An address is none that is printed.</summary>
    public static ReplyText NoAddress(string usage) => new ReplyText(Table, "no-address").WithOwn("usage", usage);
}
