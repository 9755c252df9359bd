namespace CommunityBot.Messages;

/// <summary>A template that is not of the safe part of Liquid, or goes beyond its bounds; the message says what is wrong in one line.</summary>
/// <param name="message">What is wrong.</param>
/// <param name="line">The line of the template that is wrong, from 1.</param>
/// <param name="column">The column, from 1.</param>
public sealed class TemplateException(string message, int line = 1, int column = 1) : Exception(message)
{
    /// <summary>The line of the template that is wrong, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The column, from 1.</summary>
    public int Column { get; } = column;
}
