namespace CommunityBot.Commands;

/// <summary>A line of a comment that begins with a slash and a word, whether or not anybody knows the word.</summary>
/// <param name="Name">The word, in small letters and without the slash.</param>
/// <param name="Arguments">What follows it on the line.</param>
/// <param name="Line">The line as it was written, without the space around it.</param>
public sealed record CommandLine(string Name, string Arguments, string Line);
