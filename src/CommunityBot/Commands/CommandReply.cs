using System.Text;
using System.Text.RegularExpressions;
using CommunityBot.Messages;

namespace CommunityBot.Commands;

/// <summary>The one reply to a comment. It mentions who wrote the comment, and nobody else.</summary>
internal static partial class CommandReply
{
    /// <summary>What is to be said, or null if that is nothing.</summary>
    /// <param name="login">Who wrote the comment.</param>
    /// <param name="outcomes">The commands and what came of them.</param>
    /// <param name="language">The language.</param>
    public static string? Of(string login, IReadOnlyList<(ICommentCommand Command, CommandOutcome Outcome)> outcomes, string language)
    {
        var answers = outcomes.Select(run => run.Outcome.Answer).OfType<Func<string, string>>().Select(answer => answer(language));
        var faults = outcomes.Where(run => run.Outcome.WhyNot is not null)
            .Select(run => $"- `/{run.Command.Name}`{CommandReplies.Colon.In(language)}{run.Outcome.WhyNot!.In(language)}");
        List<string> parts = [.. answers.Distinct(), .. Listed(CommandReplies.NotDone.In(language), [.. faults.Distinct()])];
        return parts.Count == 0 ? null : $"{CommandReplies.Greeting.In(language).Replace("{mention}", Mention(login), StringComparison.Ordinal)}\n\n{string.Join("\n\n", parts)}";
    }

    /// <summary>A list with the line that it begins with; nothing where the list is empty.</summary>
    public static IEnumerable<string> Listed(string first, IReadOnlyList<string> lines) => lines.Count == 0 ? [] : [new StringBuilder(first).Append("\n\n").AppendJoin('\n', lines).ToString()];

    private static string Mention(string login) => Login().IsMatch(login) ? $"@{login}" : InertText.Of(login);

    [GeneratedRegex(@"\A[A-Za-z0-9](?:[A-Za-z0-9_-]{0,99})\z")]
    private static partial Regex Login();
}
