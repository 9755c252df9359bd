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

        Assert.Equal((CommandLine.Done, "welcome.first-pull-request: this is the built-in text, not the message of the config: it says nothing\nThe bot would react with heart.\n"), (run.ExitCode, run.Error));
        Assert.StartsWith("Hi @", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mode: off", "the config says mode: off")]
    [InlineData("welcome: { enabled: false }", "welcome.first-pull-request is switched off")]
    [InlineData("welcome: { first-pull-request: { enabled: false } }", "welcome.first-pull-request is switched off")]
    public async Task A_config_that_wants_silence_gets_it(string config, string why)
    {
        var run = await RunAsync(config);

        Assert.Equal(new(CommandLine.Done, "", $"Nothing is said: {why}.\n"), run);
    }

    [Theory]
    [InlineData("\"author_association\": \"NONE\"", "\"author_association\": \"OWNER\"", "first-timer is an insider (OWNER)")]
    [InlineData("\"locked\": false", "\"locked\": true", "the conversation is locked")]
    [InlineData("\"type\": \"User\"", "\"type\": \"Bot\"", "no person did it, or it is about none")]
    public async Task Why_nothing_is_said_is_told_in_a_line(string said, string instead, string why)
    {
        var payload = _files.Write("payload.json", (await File.ReadAllTextAsync(Sample, TestContext.Current.CancellationToken)).Replace(said, instead, StringComparison.Ordinal));

        var run = await CommandRun.OfAsync(PreviewCommand.Build(), "pull_request", payload);

        Assert.Equal(new(CommandLine.Done, "", $"Nothing is said: {why}.\n"), run);
    }

    [Theory]
    [InlineData("issue", "issue is no event that is listened to; did you mean issues? There are discussion, ")]
    [InlineData("pull-request", "pull-request is no event that is listened to; did you mean pull_request? There are discussion, ")]
    [InlineData("star", "star is no event that is listened to. There are discussion, ")]
    public async Task An_event_that_is_none_makes_the_command_line_wrong(string webhook, string expected)
    {
        var run = await CommandRun.OfAsync(PreviewCommand.Build(), webhook, Sample);

        Assert.Equal((CommandLine.Usage, ""), (run.ExitCode, run.Output));
        Assert.StartsWith(expected, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_an_action_that_nobody_handles_nothing_is_said()
    {
        var payload = _files.Write("payload.json", """{ "action": "pinned" }""");

        Assert.Equal(new(CommandLine.Done, "", "Nothing is said about issues pinned.\n"), await CommandRun.OfAsync(PreviewCommand.Build(), "issues", payload));
    }

    [Fact]
    public async Task The_file_of_the_welcome_bot_speaks()
    {
        var config = _files.Write(".github/config.yml", "newPRWelcomeComment: Hello {{ there }}.\nother: [1]\n");

        var run = await CommandRun.OfAsync(PreviewCommand.Build(), "pull_request", Sample, "--config", config);

        Assert.Equal((CommandLine.Done, "The bot would react with heart.\n"), (run.ExitCode, run.Error));
        Assert.StartsWith("Hello {{ there }}.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_config_with_problems_the_valid_rest_speaks()
    {
        var run = await RunAsync("mod: off\nwelcome: { first-pull-request: { message: Hello. } }");

        Assert.Equal(CommandLine.Problems, run.ExitCode);
        Assert.StartsWith("Hello.", run.Output, StringComparison.Ordinal);
        Assert.Contains("config.yml:1:1: mod is not a key of the config", run.Error, StringComparison.Ordinal);
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

    [Fact]
    public async Task Of_a_push_that_touches_the_config_it_is_said_that_a_check_run_would_answer()
    {
        const string Push = """
            {
              "ref": "refs/heads/main", "before": "1111111111111111111111111111111111111111", "after": "2222222222222222222222222222222222222222",
              "created": false, "deleted": false, "forced": false, "compare": "https://github.com/octo/hello/compare/1...2",
              "commits": [{ "id": "2222222222222222222222222222222222222222", "added": [], "modified": [".github/community-bot.yml"], "removed": [] }],
              "repository": { "id": 1, "name": "hello", "full_name": "octo/hello", "default_branch": "main", "owner": { "id": 2, "login": "octo", "type": "Organization" } },
              "sender": { "id": 3, "login": "alice", "type": "User" }
            }
            """;

        var run = await CommandRun.OfAsync(PreviewCommand.Build(), "push", _files.Write("push.json", Push));

        Assert.Equal((CommandLine.Done, ""), (run.ExitCode, run.Output));
        Assert.Equal("Nothing is said about this delivery.\nA check run (community-bot config) would answer the commit.\n", run.Error);
    }

    [Fact]
    public async Task Variants_that_depend_on_what_only_GitHub_knows_are_named()
    {
        var run = await RunAsync("""
            welcome:
              first-pull-request:
                message: Everybody.
                variants:
                  - when: { path: "po/**" }
                    message: Translator.
                  - when: { label: a, returning-after: 52 weeks }
                    message: Welcome back.
              first-issue:
                variants:
                  - when: { returning-after: 52 weeks }
                    message: Welcome back.
            """);

        Assert.StartsWith("Everybody.", run.Output, StringComparison.Ordinal);
        Assert.Equal(
            "The bot would react with heart.\nwelcome.first-pull-request: no variant with path or returning-after is shown, since a preview does not ask GitHub.\n", run.Error);
    }

    [Fact]
    public async Task Other_variants_are_shown()
    {
        var run = await RunAsync("welcome: { first-pull-request: { variants: [{ when: { language: en }, message: English. }] } }");

        Assert.StartsWith("English.", run.Output, StringComparison.Ordinal);
        Assert.Equal("The bot would react with heart.\n", run.Error);
    }

    [Theory]
    [InlineData("/claim", "The bot would assign first-timer.\nThe bot would react with rocket.\n", "")]
    [InlineData("/unmute", "The bot would react with rocket.\n", "")]
    [InlineData("/thanks @alice and @bob", "The bot would react with rocket.\n", "")]
    [InlineData("/mentor", "The bot would assign alice.\nThe bot would react with rocket.\n", "Hi @first-timer, @alice is your mentor here")]
    [InlineData("/mute @dave", "The bot would react with confused.\n", "Hi @first-timer.")]
    public async Task What_commands_would_do_is_told_in_words(string body, string deeds, string said)
    {
        var config = _files.Write("config.yml", "people: { mentors: [alice] }");

        var run = await CommandRun.OfAsync(PreviewCommand.Build(), "issue_comment", _files.Write("comment.json", Comment(body)), "--config", config);

        Assert.Equal((CommandLine.Done, deeds), (run.ExitCode, run.Error));
        Assert.StartsWith(said, run.Output, StringComparison.Ordinal);
        Assert.Equal(said.Length == 0, run.Output.Length == 0);
    }

    [Fact]
    public async Task A_payload_that_cannot_be_read_is_told_in_one_line()
    {
        var run = await CommandRun.OfAsync(PreviewCommand.Build(), "issues", _files.PathOf("."));

        Assert.Equal(new(CommandLine.Problems, "", $"{_files.PathOf(".")}: it is a directory; name a file\n"), run);
    }

    private static string Comment(string body)
    {
        var user = new { id = 3, login = "first-timer", type = "User" };
        return System.Text.Json.JsonSerializer.Serialize(new
        {
            action = "created",
            issue = new
            {
                id = 5,
                number = 1,
                node_id = "I_5",
                title = "A title",
                html_url = "https://github.com/octo/hello/issues/1",
                state = "open",
                user,
                labels = new[] { new { id = 6, name = "good first issue" } },
                assignees = Array.Empty<object>(),
                created_at = "2026-11-24T09:00:00Z",
                updated_at = "2026-11-24T09:00:00Z",
            },
            comment = new
            {
                id = 7,
                node_id = "IC_7",
                html_url = "https://github.com/octo/hello/issues/1#issuecomment-7",
                body,
                user,
                author_association = "NONE",
                created_at = "2026-11-24T09:00:00Z",
                updated_at = "2026-11-24T09:00:00Z",
            },
            repository = new { id = 1, name = "hello", full_name = "octo/hello", default_branch = "main", owner = new { id = 2, login = "octo", type = "Organization" } },
            installation = new { id = 9 },
            sender = user,
        });
    }

    private Task<CommandRun> RunAsync(string? config) =>
        CommandRun.OfAsync(PreviewCommand.Build(), ["pull_request", Sample, .. config is null ? Array.Empty<string>() : ["--config", _files.Write("config.yml", config)]]);
}
