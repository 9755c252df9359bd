namespace CommunityBot.RepositoryConfig;

/// <summary>Something in a config that a maintainer should know of.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Line">Its line, from 1; 0 if it is in no line of the file.</param>
/// <param name="Column">Its column, from 1.</param>
/// <param name="KeyPath">The key it is about, for example <c>welcome.first-issue.message</c>; empty if it is about the whole file.</param>
/// <param name="Message">What is wrong and what is expected, in one line of plain text that quotes the file: to be made inert where that matters.</param>
public sealed record ConfigProblem(ProblemSeverity Severity, int Line, int Column, string KeyPath, string Message)
{
    /// <summary>Whether there is a line to show it at.</summary>
    public bool HasPlace => Line > 0;
}
