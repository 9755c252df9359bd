using CommunityBot.Cli;
using CommunityBot.Messages;

namespace CommunityBot.Tests.Cli;

public sealed class PreviewCommandTests : IDisposable
{
    private static readonly string Sample = Path.Combine(Repository.Root, "samples", "pull_request.opened.json");

    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task Without_a_config_the_built_in_text_is_printed()
    {
        var run = await RunAsync(config: null);

        Assert.Equal(CommandLine.Done, run.ExitCode);
        Assert.StartsWith("Hi @", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_of_the_config_are_printed()
    {
        var run = await RunAsync("welcome: { first-pull-request: { message: 'Hello {{ author.mention }}, #{{ pull_request.number }} is your first.' } }");

        Assert.Equal(CommandLine.Done, run.ExitCode);
        Assert.Matches(@"\AHello @[A-Za-z0-9-]+, #[0-9]+ is your first.\z", Marker.Strip(run.Output.TrimEnd()));
    }

    [Fact]
    public async Task That_the_built_in_text_speaks_instead_of_the_config_is_told()
    {
        var run = await RunAsync("welcome: { first-pull-request: { message: '{% if pull_request.number == 0 %}Hello.{% endif %}' } }");

        Assert.Equal((CommandLine.Done, "welcome.first-pull-request: this is the built-in text, not the message of the config. It says nothing.\n"), (run.ExitCode, run.Error));
        Assert.StartsWith("Hi @", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mode: off")]
    [InlineData("welcome: { enabled: false }")]
    [InlineData("welcome: { first-pull-request: { enabled: false } }")]
    public async Task A_config_that_wants_silence_gets_it(string config)
    {
        var run = await RunAsync(config);

        Assert.Equal((CommandLine.Done, ""), (run.ExitCode, run.Output));
        Assert.Contains("Nothing is said about this delivery.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_config_with_problems_the_valid_rest_speaks()
    {
        var run = await RunAsync("mod: off\nwelcome: { first-pull-request: { message: Hello. } }");

        Assert.Equal(CommandLine.Problems, run.ExitCode);
        Assert.StartsWith("Hello.", run.Output, StringComparison.Ordinal);
        Assert.Contains("config.yml:1:1: mod is no key of the config", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_config_that_is_refused_speaks_not_at_all()
    {
        var run = await RunAsync("a: *b");

        Assert.Equal((CommandLine.Problems, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_payload_of_another_event_is_told_in_one_line()
    {
        var run = await CommandRun.OfAsync(PreviewCommand.Build(), "issues", Sample);

        Assert.Equal((CommandLine.Problems, ""), (run.ExitCode, run.Output));
        Assert.Equal($"{Sample} cannot be read as a payload of issues: it has no issue\n", run.Error);
    }

    private Task<CommandRun> RunAsync(string? config) =>
        CommandRun.OfAsync(PreviewCommand.Build(), ["pull_request", Sample, .. config is null ? Array.Empty<string>() : ["--config", _files.Write("config.yml", config)]]);
}
