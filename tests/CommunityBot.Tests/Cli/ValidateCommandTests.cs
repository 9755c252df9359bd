using System.Text;
using System.Text.Json.Nodes;
using CommunityBot.Cli;

namespace CommunityBot.Tests.Cli;

public sealed class ValidateCommandTests : IDisposable
{
    private readonly TemporaryFiles _files = new();

    public void Dispose() => _files.Dispose();

    [Fact]
    public async Task A_good_file_is_called_good_to_people_alone()
    {
        var good = _files.Write("good.yml", "version: 1\n");

        Assert.Equal(new(CommandLine.Done, $"{good}: good\n", ""), await RunAsync(good));
        Assert.Equal(new(CommandLine.Done, "", ""), await RunAsync(good, "--format", "github"));
    }

    [Fact]
    public async Task Problems_are_printed_as_compilers_do()
    {
        var (bad, good, refused) = (_files.Write("bad.yml", "version: 1\nmod: on\nwelcome:\n  after: soon\n"), _files.Write("good.yml", ""), _files.Write("refused.yml", "a: *b\n"));

        var run = await RunAsync(bad, good, refused);

        Assert.Equal(CommandLine.Problems, run.ExitCode);
        Assert.Equal(
            [$"{good}: good", $"{bad}:2:1: mod is not a key of the config; did you mean mode?", $"{bad}:4:10: welcome.after is \"soon\", expected a duration", $"{refused}:1:4: The file is refused: aliases are not allowed"],
            run.Output.TrimEnd().Split('\n').Select(line => line.Split(": a whole")[0]));
    }

    [Fact]
    public async Task What_has_no_effect_yet_is_said_and_no_failure()
    {
        var run = await RunAsync(_files.Write("later.yml", "digest: { enabled: true }\n"));

        Assert.Equal(CommandLine.Done, run.ExitCode);
        Assert.EndsWith("later.yml:1:1: digest is not supported by this version and has no effect\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("remind-after: 3 weeks", "1:24: mentoring.claims.remind-after is 3 weeks, not shorter than release-after (14 days)")]
    [InlineData("release-after: 5 workdays", "1:22: mentoring.claims.remind-after is 7 days, not shorter than release-after (5 workdays)")]
    [InlineData("release-after: 5 days, remind-after: 5 days", "1:47: mentoring.claims.remind-after is 5 days, not shorter than release-after (5 days)")]
    [InlineData("release-after: 5 days, remind-after: 4 days", "good")]
    [InlineData("max-open: 2", "good")]
    public async Task That_nobody_would_be_reminded_is_said_and_no_failure(string claims, string expected)
    {
        var run = await RunAsync(_files.Write("claims.yml", $"mentoring: {{ claims: {{ {claims} }} }}\n"));

        Assert.Equal(CommandLine.Done, run.ExitCode);
        Assert.Contains($"claims.yml:{(expected == "good" ? " " : "")}{expected}", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("utf-16")]
    [InlineData("utf-32")]
    [InlineData("utf-8")]
    public async Task A_file_is_read_as_the_service_reads_it(string encoding)
    {
        var path = _files.PathOf("encoded.yml");
        await File.WriteAllBytesAsync(path, Encoding.GetEncoding(encoding).GetBytes("\uFEFFversion: 1\n"), TestContext.Current.CancellationToken);

        var run = await RunAsync(path);

        Assert.Equal(encoding == "utf-8" ? CommandLine.Done : CommandLine.Problems, run.ExitCode);
        Assert.Equal(encoding != "utf-8", run.Output.Contains("there is a control character in it", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_a_problem_of_no_line()
    {
        var (none, folder) = (_files.PathOf("none.yml"), _files.PathOf("."));

        var run = await RunAsync(none, folder);

        Assert.Equal(new(CommandLine.Problems, $"{none}: there is no such file\n{folder}: it is a directory; name a file\n", ""), run);
        Assert.Equal($"::error file={none}::there is no such file\n", (await RunAsync(none, "--format", "github")).Output);
        Assert.DoesNotContain("line", (await RunAsync(none, "--format", "json")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("region", (await RunAsync(none, "--format", "sarif")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_file_of_the_welcome_bot_is_read_for_its_keys_alone()
    {
        var (old, others) = (_files.Write("old/.github/config.yml", "newIssueWelcomeComment: Hello\nother: [1]\n"), _files.Write("others/.github/config.yml", "other: [1]\n"));

        var run = await RunAsync(old, others);

        Assert.Equal(CommandLine.Done, run.ExitCode);
        Assert.Equal(
            $"{old}: good\n{others}: there is no newIssueWelcomeComment, newPRWelcomeComment, firstPRMergeComment in it that can be read, and nothing else of it has an effect\n",
            run.Output);
    }

    [Fact]
    public async Task A_workflow_is_told_in_its_commands()
    {
        var file = _files.Write("a,b.yml", "digest: {}\nlanguage: '50%'\n");

        var run = await RunAsync(file, "--format", "github");

        var path = file.Replace(",", "%2C", StringComparison.Ordinal);
        Assert.Equal(CommandLine.Problems, run.ExitCode);
        Assert.StartsWith(
            $"::notice file={path},line=1,col=1::digest is not supported by this version and has no effect\n::error file={path},line=2,col=11::language is \"50%25\", expected ",
            run.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tools_get_JSON()
    {
        var file = _files.Write("bad.yml", "mod: on\n");

        var problem = Assert.Single(JsonNode.Parse((await RunAsync(file, "--format", "json")).Output)!.AsArray())!;

        Assert.Equal((file, 1, 1, "error", "mod"), ((string)problem["file"]!, (int)problem["line"]!, (int)problem["column"]!, (string)problem["severity"]!, (string)problem["key"]!));
        Assert.Equal("[]\n", (await RunAsync(_files.Write("good.yml", ""), "--format", "json")).Output);
    }

    [Fact]
    public async Task Code_scanning_gets_SARIF()
    {
        var report = JsonNode.Parse((await RunAsync(_files.Write("b d.yml", "mod: on\n"), "--format", "sarif")).Output)!;

        var result = Assert.Single(report["runs"]![0]!["results"]!.AsArray())!;
        var place = result["locations"]![0]!["physicalLocation"]!;
        Assert.Equal(("2.1.0", "error", 1), ((string)report["version"]!, (string)result["level"]!, (int)place["region"]!["startLine"]!));
        Assert.EndsWith("/b%20d.yml", (string)place["artifactLocation"]!["uri"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_format_that_is_none_makes_the_command_line_wrong() => Assert.Equal(CommandLine.Usage, await CommandLine.RunAsync(["validate", "--format", "xml", "a.yml"]));

    [Fact]
    public async Task Without_a_file_the_command_line_is_wrong() => Assert.Equal(CommandLine.Usage, await CommandLine.RunAsync(["validate"]));

    [Fact]
    public async Task The_config_of_this_repository_is_valid() =>
        Assert.Equal(new(CommandLine.Done, "", ""), await RunAsync(Path.Combine(Repository.Root, ".github", "community-bot.yml"), "--format", "github"));

    private static Task<CommandRun> RunAsync(params string[] files) => CommandRun.OfAsync(ValidateCommand.Build(), files);
}
