using CommunityBot.Cli;

namespace CommunityBot.Tests.Cli;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("\"--fromat\" is no option, did you mean --format?", "validate", "--fromat", "json", "small.yml")]
    [InlineData("\"--fromat\" is no option, did you mean --format?", "validate", "small.yml", "--fromat=json")]
    [InlineData("\"-x\" is no option; a file of that name can be given after --", "validate", "-x")]
    [InlineData("\"--cnfig\" is no option, did you mean --config?", "preview", "issues", "a.json", "--cnfig", "a.yml")]
    [InlineData(null, "validate", "-", "--", "--fromat")]
    [InlineData(null, "preview", "issues", "-", "--config", "a.yml")]
    public void An_option_that_is_none_is_no_file(string? expected, params string[] arguments) =>
        Assert.Equal(expected, UnknownOptions.FindProblems(CommandLine.Root().Parse(arguments)).FirstOrDefault());

    [Theory]
    [InlineData(CommandLine.Usage, "validate", "--fromat", "json", "small.yml")]
    [InlineData(CommandLine.Usage, "bogus")]
    [InlineData(CommandLine.Done, "help")]
    [InlineData(CommandLine.Done, "help", "validate")]
    public async Task The_exit_code_tells_slips_from_what_was_done(int code, params string[] arguments) => Assert.Equal(code, await CommandLine.RunAsync(arguments));

    [Fact]
    public void What_it_is_for_is_said_in_a_sentence() =>
        Assert.Equal(
            "Welcomes newcomers to open source projects, thanks people for what they do, finds mentors, and reminds whoever a pull request waits for.",
            CommandLine.Root().Description);
}
