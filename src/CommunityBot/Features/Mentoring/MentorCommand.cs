using CommunityBot.Commands;
using CommunityBot.Inbox;
using CommunityBot.Ledger;
using CommunityBot.Outbox;
using CommunityBot.Team;

namespace CommunityBot.Features.Mentoring;

/// <summary><c>/mentor</c>: the author of an issue or a pull request asks for somebody who helps.</summary>
public sealed class MentorCommand(Mentors mentors, People people) : ICommentCommand
{
    /// <inheritdoc/>
    public string Name => "mentor";

    /// <inheritdoc/>
    public string Usage => "/mentor";

    /// <inheritdoc/>
    public CommandAudience Audience => CommandAudience.Author;

    /// <inheritdoc/>
    public ReplyText Help => MentoringReplies.MentorHelp;

    /// <inheritdoc/>
    public ReplyText? WhyNotOn(CommandItem item) => item.DiscussionId is null ? null : CommandReplies.NotOnDiscussions;

    /// <inheritdoc/>
    public async Task<CommandOutcome> RunAsync(CommandCall command, DeliveryContext context, CancellationToken cancellationToken)
    {
        var (item, number) = (command.Item, command.Item.Item.Number);
        if (!item.IsOpen)
        {
            return CommandOutcome.NotDone(CommandReplies.Closed);
        }

        if (await mentors.ForAsync(context, number, command.Person.Id, cancellationToken) is not { } mentoring)
        {
            return CommandOutcome.NotDone(MentoringReplies.NobodyFree);
        }

        var mentor = mentoring.Mentor.Login;
        Act act = item.IsIssue ? new AssignAct(mentor) : new RequestReviewAct(mentor);
        if (mentoring.IsKnown)
        {
            return CommandOutcome.Answered(MentoringReplies.YourMentor(mentor).In, act);
        }

        Mentors.Record(context, number, mentoring, command.Person.Id, command.At);
        var person = await people.FindAsync(context, command.Person, command.Association);
        var occasion = new Occasion(MentoringFeature.Mentor, BuiltInWords.Settings, $"{context.Repository.Id}-{number}", person, item.Item, command.At) { Extras = new() { Mentor = mentor } };
        return CommandOutcome.DoneAndSaid(occasion, act) with { Recorded = Recorded.Mentoring };
    }
}
