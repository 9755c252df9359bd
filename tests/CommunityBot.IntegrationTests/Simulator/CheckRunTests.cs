using System.Text.Json.Nodes;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class CheckRunTests : IAsyncLifetime
{
    private const string Runs = "repos/octo/hello/check-runs";

    private Caller _caller = null!;
    private string _sha = null!;

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        _sha = _caller.GitHub.PutFile(_caller.Repository, "communitybot.yml", "version: 1\n");
    }

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public async Task A_check_is_made_and_shown()
    {
        var (status, made) = await PostAsync(Run("config", "failure", annotations: [Annotation(3, 3, 1, 5), Annotation(4, 6)]));
        var listed = await _caller.GetObjectAsync($"repos/octo/hello/commits/{_sha}/check-runs");

        Assert.Equal(201, status);
        Assert.Equal(("config", "completed", "failure", _sha), ($"{made["name"]}", $"{made["status"]}", $"{made["conclusion"]}", $"{made["head_sha"]}"));
        Assert.Equal(("2026-11-24T09:00:00Z", "2026-11-24T09:00:00Z"), ($"{made["started_at"]}", $"{made["completed_at"]}"));
        Assert.Equal(("Title", "Summary", 2), ($"{made["output"]!["title"]}", $"{made["output"]!["summary"]}", (int)made["output"]!["annotations_count"]!));
        Assert.Equal(("community-bot", 12L), ($"{made["app"]!["slug"]}", (long)made["app"]!["id"]!));
        Assert.Equal($"https://github.com/octo/hello/runs/{made["id"]}", $"{made["html_url"]}");
        Assert.Equal(1, (int)listed["total_count"]!);
        Assert.True(JsonNode.DeepEquals(made, listed["check_runs"]![0]));
        Assert.True(JsonNode.DeepEquals(made, await _caller.GetObjectAsync($"{Runs}/{made["id"]}")));
        var run = Assert.Single(_caller.Repository.CheckRuns);
        Assert.Equal(((int?)1, (int?)5, "warning", "It is wrong."), (run.Annotations[0].StartColumn, run.Annotations[0].EndColumn, run.Annotations[0].Level, run.Annotations[0].Message));
    }

    [Fact]
    public async Task To_change_a_check_adds_annotations_and_replaces_the_rest()
    {
        var (_, made) = await PostAsync(new() { ["name"] = "config", ["head_sha"] = _sha, ["status"] = "in_progress" });
        var address = $"{Runs}/{made["id"]}";
        Assert.Equal(("in_progress", null, null), ($"{made["status"]}", made["conclusion"], made["completed_at"]));

        await _caller.SendAsync(HttpMethod.Patch, address, new JsonObject { ["output"] = Output("First", Many(50)) });
        _caller.Time.Advance(TimeSpan.FromSeconds(7));
        var (status, changed) = await _caller.SendAsync(HttpMethod.Patch, address, new JsonObject { ["conclusion"] = "neutral", ["output"] = Output("Second", Many(20)) });

        Assert.Equal((200, "completed", "neutral"), (status, $"{changed["status"]}", $"{changed["conclusion"]}"));
        Assert.Equal("2026-11-24T09:00:07Z", $"{changed["completed_at"]}");
        Assert.Equal(("Second", 70), ($"{changed["output"]!["title"]}", (int)changed["output"]!["annotations_count"]!));
        Assert.Equal(70, Assert.Single(_caller.Repository.CheckRuns).Annotations.Count);
        Assert.Equal(20, (await _caller.GetArrayAsync($"{address}/annotations?per_page=50&page=2")).Count);
        Assert.Equal(404, await _caller.GetStatusAsync($"{Runs}/1"));
    }

    [Fact]
    public async Task A_listing_shows_the_latest_of_each_name_or_all()
    {
        foreach (var (name, conclusion) in new[] { ("config", "failure"), ("other", "success"), ("config", "success") })
        {
            await PostAsync(Run(name, conclusion));
        }

        Assert.Equal("config success, other success", await ListAsync(""));
        Assert.Equal("config success, other success, config failure", await ListAsync("?filter=all"));
        Assert.Equal("config success", await ListAsync("?check_name=config&filter=latest"));
        Assert.Equal("config success, config failure", await ListAsync("?check_name=config&filter=all"));
        Assert.Equal("", await ListAsync("?check_name=nothing"));
    }

    [Theory]
    [InlineData("No more than 50 items are allowed; 51 were supplied.", 51, 1, 1, null)]
    [InlineData("Columns are allowed only on a single line.", 1, 1, 2, 1)]
    [InlineData("\"end_line\" must not be before \"start_line\".", 1, 2, 1, null)]
    public async Task Annotations_that_GitHub_does_not_take_are_refused(string message, int count, int start, int end, int? column)
    {
        var annotations = Enumerable.Range(0, count).Select(_ => (JsonNode)Annotation(start, end, column, column)).ToArray();
        var (created, answer) = await PostAsync(Run("config", "failure", annotations));
        var (_, made) = await PostAsync(Run("config", "failure"));
        var (changed, _) = await _caller.SendAsync(HttpMethod.Patch, $"{Runs}/{made["id"]}", new JsonObject { ["output"] = Output("Title", [.. annotations.Select(part => part.DeepClone())]) });

        Assert.Equal((422, $"Invalid request.\n\n{message}", 422), (created, $"{answer["message"]}", changed));
        Assert.Empty(Assert.Single(_caller.Repository.CheckRuns).Annotations);
    }

    [Theory]
    [InlineData("""{"head_sha":"SHA"}""")]
    [InlineData("""{"name":"config"}""")]
    [InlineData("""{"name":"config","head_sha":"0123456789012345678901234567890123456789"}""")]
    [InlineData("""{"name":"config","head_sha":"main"}""")]
    [InlineData("""{"name":"config","head_sha":"SHA","status":"done"}""")]
    [InlineData("""{"name":"config","head_sha":"SHA","status":"completed"}""")]
    [InlineData("""{"name":"config","head_sha":"SHA","conclusion":"good"}""")]
    [InlineData("""{"name":"config","head_sha":"SHA","output":{"title":"Title"}}""")]
    [InlineData("""{"name":"config","head_sha":"SHA","output":{"title":"T","summary":"S","annotations":[{"path":"a","start_line":1,"end_line":1,"annotation_level":"bad","message":"M"}]}}""")]
    [InlineData("""{"name":"config","head_sha":"SHA","output":{"title":"T","summary":"S","annotations":[{"start_line":1,"end_line":1,"annotation_level":"notice","message":"M"}]}}""")]
    public async Task Checks_that_GitHub_does_not_take_are_refused(string body)
    {
        var (status, _) = await PostAsync(JsonNode.Parse(body.Replace("SHA", _sha, StringComparison.Ordinal))!.AsObject());

        Assert.Equal(422, status);
        Assert.Empty(_caller.Repository.CheckRuns);
    }

    [Fact]
    public async Task Text_that_is_too_long_is_refused()
    {
        var run = Run("config", "failure");
        run["output"]!["summary"] = new string('a', 65_536);

        var (status, answer) = await PostAsync(run);

        Assert.Equal((422, "Invalid request.\n\nOnly 65535 characters are allowed; 65536 were supplied."), (status, $"{answer["message"]}"));
    }

    [Fact]
    public async Task Checks_are_for_who_may_make_them()
    {
        _caller.Installation.Permissions["checks"] = "read";
        Assert.Equal((403, 200), ((await PostAsync(Run("config", "success"))).Status, await _caller.GetStatusAsync($"repos/octo/hello/commits/{_sha}/check-runs")));
        _caller.Installation.Permissions["checks"] = "write";
        _caller.Repository.Archived = true;
        Assert.Equal(403, (await PostAsync(Run("config", "success"))).Status);
        _caller.Present("nonsense");
        Assert.Equal(401, (await PostAsync(Run("config", "success"))).Status);
        Assert.Empty(_caller.Repository.CheckRuns);
    }

    private static JsonObject Annotation(int start, int end, int? startColumn = null, int? endColumn = null)
    {
        var annotation = new JsonObject
        {
            ["path"] = "communitybot.yml",
            ["start_line"] = start,
            ["end_line"] = end,
            ["annotation_level"] = "warning",
            ["message"] = "It is wrong.",
            ["title"] = "Wrong",
        };
        if (startColumn is not null)
        {
            (annotation["start_column"], annotation["end_column"]) = (startColumn, endColumn);
        }

        return annotation;
    }

    private static JsonNode[] Many(int count) => [.. Enumerable.Range(1, count).Select(line => Annotation(line, line))];

    private static JsonObject Output(string title, params JsonNode[] annotations) =>
        new() { ["title"] = title, ["summary"] = "Summary", ["annotations"] = new JsonArray(annotations) };

    private JsonObject Run(string name, string conclusion, params JsonNode[] annotations) =>
        new() { ["name"] = name, ["head_sha"] = _sha, ["conclusion"] = conclusion, ["output"] = Output("Title", annotations) };

    private Task<(int Status, JsonNode Answer)> PostAsync(JsonObject body) => _caller.SendAsync(HttpMethod.Post, Runs, body);

    private async Task<string> ListAsync(string query)
    {
        var listed = await _caller.GetObjectAsync($"repos/octo/hello/commits/{_sha}/check-runs{query}");
        var runs = listed["check_runs"]!.AsArray();
        Assert.Equal(runs.Count, (int)listed["total_count"]!);
        return string.Join(", ", runs.Select(run => $"{run!["name"]} {run["conclusion"]}"));
    }
}
