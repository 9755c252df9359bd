using System.Text.RegularExpressions;
using CommunityBot.Commands;
using CommunityBot.Messages;
using CommunityBot.Tests.RepositoryConfig.Documents;

namespace CommunityBot.Tests.Commands;

public sealed partial class CommandsPageTests
{
    [Fact]
    public void Its_table_is_what_is_registered() =>
        GeneratedText.AssertUpToDate("docs/commands.md", old => Table().Replace(old, match => $"{match.Groups[1].Value}{Write()}\n{match.Groups[2].Value}"));

    [Fact]
    public void Names_and_usages_agree() => Assert.All(RegisteredCommands.All, command =>
    {
        Assert.Matches(@"\A[a-z][a-z-]*\z", command.Name);
        Assert.Equal($"/{command.Name}", command.Usage.Split(' ')[0]);
        Assert.Single(RegisteredCommands.All, other => other.Name == command.Name);
    });

    private static string Write() => string.Join('\n', RegisteredCommands.All
        .Select(command => $"| `{command.Usage}` | {Who(command.Audience)} | {command.Help.In(Languages.Default).TrimEnd('.')} |")
        .Prepend("| --- | --- | --- |")
        .Prepend("| command | who | what |"));

    private static string Who(CommandAudience audience) => audience switch
    {
        CommandAudience.Insiders => "insiders",
        CommandAudience.Author => "the author",
        CommandAudience.AuthorAndInsiders => "the author and insiders",
        _ => "anyone",
    };

    [GeneratedRegex(@"(<!-- commands -->\n).*(<!-- end of commands -->)", RegexOptions.Singleline)]
    private static partial Regex Table();
}
