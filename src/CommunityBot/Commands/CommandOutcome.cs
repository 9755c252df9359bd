using CommunityBot.Outbox;

namespace CommunityBot.Commands;

/// <summary>What came of a command.</summary>
public sealed record CommandOutcome
{
    /// <summary>Nobody is told anything: in doubt whether somebody may, say.</summary>
    public static readonly CommandOutcome Nothing = new();

    private CommandOutcome()
    {
    }

    /// <summary>Whether it was done.</summary>
    public bool IsDone { get; private init; }

    /// <summary>Why it was not done.</summary>
    public ReplyText? WhyNot { get; private init; }

    /// <summary>What it was asked for, in Markdown and by the language.</summary>
    public Func<string, string>? Answer { get; private init; }

    /// <summary>What is to be done at GitHub.</summary>
    public IReadOnlyList<Act> Acts { get; private init; } = [];

    /// <summary>What it recorded, which is taken back if that is not done.</summary>
    public Recorded Recorded { get; init; }

    /// <summary>What is said when that is done.</summary>
    public Occasion? Occasion { get; private init; }

    /// <summary>It is done, or will be with these acts.</summary>
    public static CommandOutcome Done(params IReadOnlyList<Act> acts) => new() { IsDone = true, Acts = acts };

    /// <summary>It is done with acts, after which something is said.</summary>
    public static CommandOutcome DoneAndSaid(Occasion occasion, params IReadOnlyList<Act> acts) => new() { IsDone = true, Acts = acts, Occasion = occasion };

    /// <summary>It was not done.</summary>
    public static CommandOutcome NotDone(ReplyText why) => new() { WhyNot = why };

    /// <summary>It is answered with a text, and done, or will be with these acts.</summary>
    /// <param name="answer">The text, in Markdown and by the language.</param>
    /// <param name="acts">What is to be done at GitHub.</param>
    public static CommandOutcome Answered(Func<string, string> answer, params IReadOnlyList<Act> acts) => new() { IsDone = true, Answer = answer, Acts = acts };
}
