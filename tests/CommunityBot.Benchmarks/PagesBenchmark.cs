using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using CommunityBot.Benchmarks.Servers;
using CommunityBot.GitHubSimulator;
using CommunityBot.Web.Comments;
using CommunityBot.Web.Limits;
using CommunityBot.Work;

namespace CommunityBot.Benchmarks;

/// <summary>How soon the pages are there, beside many rows that were worked off, and for configs with much to lay out or to tell.</summary>
public static partial class PagesBenchmark
{
    private const int Requests = 300;

    /// <summary>Asked first and not counted: tiered compilation needs as many.</summary>
    private const int WarmUp = 100;

    private const int Rows = 1_000_000;

    /// <summary>What takes longest to lay out, more of it than is laid out.</summary>
    private static readonly string[] WorstMarkup = ["*a ", "tel:1 ", "-\\n+\\n", "<b>"];

    public static async Task RunAsync(BenchmarkRun run, PublishedService service)
    {
        await using var gitHub = await SimulatedGitHub.StartAsync();
        var store = run.NewSqlite("pages");
        using (await service.StartAsync(store, gitHub, run))
        {
            // It makes the tables.
        }

        await FillAsync(store, run);
        using var live = await service.StartAsync(store, gitHub, run);
        using var preview = await service.StartPreviewAsync(run.NewSqlite("setup"), run);
        using var visitor = await Visitor.ComeAsync(live.Port, run.Stopped);
        using var owner = await Visitor.ComeAsync(preview.Port, run.Stopped);
        List<Page> pages =
        [
            new("`/`, with a million rows", () => visitor.GetAsync("/")),
            new("`/setup`, its door", () => owner.GetAsync("/setup")),
            new("`/playground`", () => visitor.GetAsync("/playground")),
            new("`/playground`, an ordinary config sent", () => visitor.TryAsync("welcome:\n  first-issue:\n    labels: [newcomer]\n    message: Good to **see** you, {{ author.mention }}.\n")),
            .. WorstMarkup.Select(markup => new Page($"`/playground`, ten texts of `{markup}` sent", () => visitor.TryAsync(TenTextsOf(markup)))),
            new("`/playground`, 6,500 keys that do not exist sent", () => visitor.TryAsync($"{{{string.Join(',', Enumerable.Range(0, 6_500).Select(number => $"a{number}: 1"))}}}")),
        ];
        var took = new List<double[]>();
        foreach (var page in pages)
        {
            took.Add(await MeasureAsync(page));
        }

        var cheapest = took.Min(times => Percentile(times, 0.5));
        Table.Print($"pages: {Requests} requests of each, one after the other",
            ["", "p50 ms", "p95 ms", "p50 to the cheapest"],
            pages.Zip(took, (page, times) => new[] { page.Name, Show(Percentile(times, 0.5), "F1"), Show(Percentile(times, 0.95), "F1"), Show(Percentile(times, 0.5) / cheapest, "F1") }));
    }

    private static string TenTextsOf(string markup)
    {
        // The first two cost what one may, together all that is laid out; the others are shown as they were written.
        var plain = markup.Replace("\\n", "\n", StringComparison.Ordinal);
        var (times, text) = (0, "");
        while (CommentHtml.CostOf(text) < CommentHtml.MostCost * 98 / 100)
        {
            text += plain;
            times++;
        }

        text = string.Concat(Enumerable.Repeat(markup, times - 1));
        return $"welcome:\n  first-issue:\n    variants:\n{string.Concat(Enumerable.Range(0, 10).Select(number => $"      - {{ when: {{ label: l{number} }}, message: \"{text}\" }}\n"))}";
    }

    private static async Task FillAsync(Store store, BenchmarkRun run)
    {
        await using var database = await store.OpenAsync(run.Stopped);
        var now = TimeProvider.System.GetUtcNow();
        await database.WriteAsync(session => FilledTables.FillAsync(session, installation: 1, Rows, firstLane: 0, lanes: 100, WorkState.Completed, now, now));
    }

    private static async Task<double[]> MeasureAsync(Page page)
    {
        var times = new List<double>();
        for (var asked = 0; asked < WarmUp + Requests; asked++)
        {
            var started = Stopwatch.GetTimestamp();
            await page.AskAsync();
            if (asked >= WarmUp)
            {
                times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
            }
        }

        return [.. times.Order()];
    }

    private static double Percentile(double[] sorted, double part) => sorted[(int)(part * (sorted.Length - 1))];

    private static string Show(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private sealed record Page(string Name, Func<Task> AskAsync);

    /// <summary>Somebody with a browser, who comes through a proxy and has a new address as soon as the service would ask them to wait.</summary>
    private sealed partial class Visitor(HttpClient client) : IDisposable
    {
        private int asked;
        private string token = "";

        public static async Task<Visitor> ComeAsync(int port, CancellationToken cancellationToken)
        {
            var visitor = new Visitor(new() { BaseAddress = new Uri($"http://127.0.0.1:{port}/") });
            visitor.token = Token().Match(await visitor.AskAsync(new(HttpMethod.Get, "playground"), cancellationToken)).Groups[1].Value;
            return visitor;
        }

        public Task<string> GetAsync(string path) => AskAsync(new(HttpMethod.Get, path), CancellationToken.None);

        public Task<string> TryAsync(string config) => AskAsync(
            new(HttpMethod.Post, "playground") { Content = new FormUrlEncodedContent([new("__RequestVerificationToken", token), new("config", config), new("moment", "welcome.first-issue")]) },
            CancellationToken.None);

        public void Dispose() => client.Dispose();

        private async Task<string> AskAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            // Half of what one may ask: two addresses may be counted together.
            var address = asked++ / (RateLimits.EachClient / 2);
            request.Headers.Add("X-Forwarded-For", $"203.0.113.{address + 1}");
            using var answer = await client.SendAsync(request, cancellationToken);
            return await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync(cancellationToken);
        }

        [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]* value=\"([^\"]+)\"")]
        private static partial Regex Token();
    }
}
