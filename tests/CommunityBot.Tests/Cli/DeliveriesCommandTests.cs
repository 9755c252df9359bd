using System.Text;
using System.Text.Json.Nodes;
using CommunityBot.Cli;
using CommunityBot.Cli.Deliveries;
using CommunityBot.Inbox;
using CommunityBot.Tests.Storage;
using CommunityBot.Work;

namespace CommunityBot.Tests.Cli;

/// <summary>The database is open meanwhile, as the service has it.</summary>
public sealed class DeliveriesCommandTests
{
    private const string Message = """
        INSERT INTO outbox (moment, key, lane, rank, repository_id, repository, effect, delivery_id, state, due_at, attempts, created_at, finished_at, error)
        VALUES ('welcome.first-issue', '1-2', 7, 1, 1, 'octo/hello', '{"effect":"comment","number":1,"body":"Hello"}', 'a', @0, @1, 3, @1, @2, 'GitHub is ill')
        """;

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_was_given_up_is_listed_before_what_waits(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        await FillAsync(temporary);

        var run = await RunAsync(temporary, "list");

        Assert.Equal((CommandLine.Done, ""), (run.ExitCode, run.Error));
        var lines = run.Output.TrimEnd().Split('\n');
        Assert.Equal(
            [
                ["ID", "STATE", "WHAT", "REPOSITORY", "AGE", "ATTEMPTS", "REASON"],
                ["message-1", "parked", "welcome.first-issue", "octo/hello", "5 d", "3", "GitHub is ill"],
                ["a", "parked", "issues.opened", "octo/hello", "0 s", "1", "unreadable payload: no user"],
                ["b", "waiting", "push", "–", "0 s", "0"],
            ],
            lines[..4].Select(line => line.Split("  ", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(Timeless));
        Assert.Equal("2 parked, 1 waiting or running.", lines[^1]);
        Assert.EndsWith("These are the first 1; --limit lists more.\n", (await RunAsync(temporary, "list", "--limit", "1")).Output, StringComparison.Ordinal);

        // What came in has an age of however long the test takes.
        static string[] Timeless(string[] cells) => [.. cells.Select(cell => cell.EndsWith(" s", StringComparison.Ordinal) ? "0 s" : cell)];
    }

    [Fact]
    public async Task Tools_get_JSON()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        await FillAsync(temporary);

        var listed = JsonNode.Parse((await RunAsync(temporary, "list", "--format", "json")).Output)!.AsArray();
        var shown = JsonNode.Parse((await RunAsync(temporary, "show", "a", "--format", "json")).Output)!;

        Assert.Equal(["message-1", "a", "b"], listed.Select(work => (string?)work!["id"]));
        Assert.Equal(["message", "delivery", "delivery"], listed.Select(work => (string?)work!["kind"]));
        Assert.Equal(("parked", 7L, 1L), ((string?)shown["state"], (long)shown["installation_id"]!, (long)shown["repository_id"]!));
        Assert.Equal("message-1", (string?)shown["messages"]![0]!["id"]);
        Assert.Equal("octo/hello", (string?)shown["payload"]!["repository"]!["full_name"]);
    }

    [Fact]
    public async Task Everything_about_one_is_shown_and_nothing_that_a_terminal_obeys()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        await FillAsync(temporary);

        var (delivery, message) = (await RunAsync(temporary, "show", "a"), await RunAsync(temporary, "show", "message-1"));

        Assert.Contains("reason: unreadable payload: no user\n", delivery.Output, StringComparison.Ordinal);
        Assert.Contains("\"id\": \"message-1\"", delivery.Output, StringComparison.Ordinal);
        Assert.Contains("\"full_name\": \"octo/hello\"", delivery.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u202e', delivery.Output);
        Assert.DoesNotContain('\u001b', delivery.Output);
        Assert.Contains("delivery: a\n", message.Output, StringComparison.Ordinal);
        Assert.Contains("\"body\": \"Hello\"", message.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task What_was_given_up_is_due_again(Engine engine)
    {
        await using var temporary = await TemporaryDatabase.OpenAsync(engine);
        await FillAsync(temporary);

        Assert.Equal(new(CommandLine.Done, "a is due again.\nmessage-1 is due again.\n", ""), await RunAsync(temporary, "retry", "a", "message-1"));

        Assert.Equal(3, await CountAsync(temporary, WorkState.Available));
        Assert.Equal(new(CommandLine.Done, "Nothing is given up.\n", ""), await RunAsync(temporary, "retry", "--all"));
        Assert.Equal(new(CommandLine.Problems, "", "a is not parked but waiting.\n"), await RunAsync(temporary, "retry", "a"));
    }

    [Fact]
    public async Task All_that_was_given_up_is_due_again_at_once()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        await FillAsync(temporary);

        Assert.Equal(new(CommandLine.Done, "2 due again.\n", ""), await RunAsync(temporary, "retry", "--all"));

        Assert.Equal(3, await CountAsync(temporary, WorkState.Available));
    }

    [Fact]
    public async Task What_is_not_there_is_said_and_the_others_are_tried_again()
    {
        await using var temporary = await TemporaryDatabase.OpenAsync();
        await FillAsync(temporary);

        var run = await RunAsync(temporary, "retry", "message-9", "a", "b");

        Assert.Equal((CommandLine.Problems, "a is due again.\n"), (run.ExitCode, run.Output));
        Assert.Equal("message-9: there is no such delivery or message. What was handled is forgotten after a while.\nb is not parked but waiting.\n", run.Error);
        Assert.Equal(CommandLine.Problems, (await RunAsync(temporary, "show", "c")).ExitCode);
    }

    [Fact]
    public async Task Where_there_is_no_database_none_is_made()
    {
        using var files = new TemporaryFiles();
        var path = files.PathOf("none.db");

        foreach (var arguments in (string[][])[["deliveries", "list"], ["backup", files.PathOf("copy.db")]])
        {
            var run = await CommandRun.OfAsync(CommandLine.Root($"--ConnectionStrings:CommunityBot=Data Source={path}"), arguments);
            Assert.Equal((CommandLine.Problems, ""), (run.ExitCode, run.Output));
            Assert.StartsWith($"ConnectionStrings:CommunityBot: there is no database at {path}.", Assert.Single(run.Error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        }

        Assert.False(File.Exists(path));
    }

    [Fact]
    public async Task Tables_are_made_once()
    {
        using var files = new TemporaryFiles();
        var setting = $"--ConnectionStrings:CommunityBot=Data Source={files.PathOf("data/new.db")}";

        var (first, second) = (await CommandRun.OfAsync(CommandLine.Root(setting), "migrate"), await CommandRun.OfAsync(CommandLine.Root(setting), "migrate"));

        Assert.Equal((CommandLine.Done, "Applied ", "_Initial.\nThe tables are up to date.\n"), (first.ExitCode, first.Output[..8], first.Output[first.Output.IndexOf("_Initial", StringComparison.Ordinal)..]));
        Assert.Equal(new(CommandLine.Done, "The tables are up to date; nothing was changed.\n", ""), second);
    }

    [Theory]
    [InlineData(CommandLine.Usage, "retry")]
    [InlineData(CommandLine.Usage, "retry", "a", "--all")]
    [InlineData(CommandLine.Usage, "list", "--limit", "0")]
    [InlineData(CommandLine.Usage, "list", "--limit", "x")]
    [InlineData(CommandLine.Usage, "list", "--limit", "99999999999")]
    [InlineData(CommandLine.Usage, "list", "--format", "xml")]
    [InlineData(CommandLine.Usage, "list", "--Storage:Provder", "Sqlite")]
    [InlineData(CommandLine.Usage)]
    [InlineData(CommandLine.Problems, "list", "--Storage:Provider", "Oracle")]
    public async Task A_slip_has_its_exit_code(int code, params string[] arguments) => Assert.Equal(code, await CommandLine.RunAsync(["deliveries", .. arguments]));

    private static Task<CommandRun> RunAsync(TemporaryDatabase temporary, params string[] arguments) => CommandRun.OfAsync(DeliveriesCommand.Build(temporary.Settings), arguments);

    private static async Task FillAsync(TemporaryDatabase temporary)
    {
        var inbox = new CommunityBot.Inbox.Inbox(temporary.Database, TimeProvider.System);
        var payload = Encoding.UTF8.GetBytes("{\"action\":\"opened\",\"repository\":{\"full_name\":\"octo/hello\"},\"issue\":{\"title\":\"\u202e \\u001b[2J\"}}");
        await inbox.AddAsync(new("a", "issues", "opened", 7, 1), PayloadCodec.Compress(payload));
        await inbox.Work.FinishAsync(Assert.Single(await inbox.Work.ClaimAsync(() => 1)), WorkState.Parked, "unreadable payload: no\nuser");
        await inbox.AddAsync(new("b", "push", null, 7, 0), PayloadCodec.Compress("{}"u8));
        var days = TimeSpan.FromDays(5.5);

        // It was given up last, if a clock can be trusted.
        await temporary.Database.WriteAsync(session => session.ExecuteAsync(
            Message,
            (int)WorkState.Parked,
            (TimeProvider.System.GetUtcNow() - days).ToUnixTimeMilliseconds(),
            (TimeProvider.System.GetUtcNow() + days).ToUnixTimeMilliseconds()));
    }

    private static async Task<long> CountAsync(TemporaryDatabase temporary, WorkState state) => await temporary.Database.ReadAsync(session =>
        session.ScalarAsync<long>("SELECT (SELECT COUNT(*) FROM deliveries WHERE state = @0) + (SELECT COUNT(*) FROM outbox WHERE state = @0)", (int)state));
}
