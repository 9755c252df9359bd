namespace CommunityBot.Messages;

/// <summary>A template that is not of the safe part of Liquid, or goes beyond its bounds; the message says what is wrong in one line.</summary>
public sealed class TemplateException(string message) : Exception(message);
