using CommunityBot.Commands;

namespace CommunityBot.Features.Mentoring;

/// <summary>What whoever writes a command about mentors and claims is told.</summary>
internal static class MentoringReplies
{
    private const string Table = "CommunityBot.Features.Mentoring.Messages.replies";

    public static readonly ReplyText ClaimHelp = new(Table, "claim-help");

    public static readonly ReplyText UnclaimHelp = new(Table, "unclaim-help");

    public static readonly ReplyText MentorHelp = new(Table, "mentor-help");

    public static readonly ReplyText NotYours = new(Table, "not-yours");

    public static readonly ReplyText NobodyFree = new(Table, "nobody-free");

    public static readonly ReplyText NoLabels = new(Table, "no-labels");

    public static ReplyText NoLabel(IReadOnlyList<string> labels) => new ReplyText(Table, "no-label").WithOneOf("labels", labels);

    public static ReplyText Taken(string login) => new(Table, "taken", ("login", login));

    public static ReplyText TooMany(int most) => most == 1 ? new(Table, "too-many-one") : new ReplyText(Table, "too-many").WithOwn("count", $"{most}");

    public static ReplyText YourMentor(string login) => new(Table, "your-mentor", ("login", login));
}
