using System.CommandLine;
using System.CommandLine.Parsing;
using CommunityBot.RepositoryConfig;

namespace CommunityBot.Cli;

/// <summary>Finds options that a command does not have. Where any number of files can be named, the parser takes them for files.</summary>
internal static class UnknownOptions
{
    /// <summary>What is wrong, a line for each. What follows <c>--</c> is no option, and a dash alone is the standard input.</summary>
    public static IEnumerable<string> FindProblems(ParseResult parsed)
    {
        var names = parsed.CommandResult.Command.Options.Select(option => option.Name).ToList();
        return parsed.Tokens.TakeWhile(token => token.Type != TokenType.DoubleDash)
            .Where(token => token is { Type: TokenType.Argument, Value: ['-', _, ..] })
            .Select(token => token.Value.Split('=')[0])
            .Select(name => NearestName.Of(name, names) is { } nearest
                ? $"{Quoted.Of(name)} is no option, did you mean {nearest}?"
                : $"{Quoted.Of(name)} is no option; a file of that name can be given after --");
    }
}
