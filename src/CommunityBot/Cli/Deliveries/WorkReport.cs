using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBot.RepositoryConfig;
using CommunityBot.Storage;

namespace CommunityBot.Cli.Deliveries;

/// <summary>Writes deliveries and messages for people and for tools. What strangers wrote is shown to people without what a terminal would obey.</summary>
internal static class WorkReport
{
    private const string Gap = "  ";

    private static readonly string[] Head = ["ID", "STATE", "WHAT", "REPOSITORY", "AGE", "ATTEMPTS", "REASON"];

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>A list, without a line break at its end.</summary>
    public static string Of(IReadOnlyList<StoredWork> listed, WorkCounts counts, ListFormat format, DateTimeOffset now)
    {
        if (format == ListFormat.Json)
        {
            return new JsonArray([.. listed.Select(work => work.ToJson())]).ToJsonString(Readable);
        }

        var sum = $"{counts.Parked} parked, {counts.Waiting} waiting or running.";
        if (listed.Count == 0)
        {
            return sum;
        }

        var rest = counts.Parked + counts.Waiting > listed.Count ? $" These are the first {listed.Count}; --limit lists more." : "";
        string[][] rows = [Head, .. listed.Select(work => Row(work, now))];
        return $"{Table(rows)}\n\n{sum}{rest}";
    }

    /// <summary>Everything about one, without a line break at its end.</summary>
    public static string Of(JsonObject facts, ListFormat format) => format == ListFormat.Json
        ? facts.ToJsonString(Readable)
        : string.Join('\n', facts.Where(fact => fact.Value is not null).Select(fact => $"{fact.Key}: {Text(fact.Value!)}"));

    private static string[] Row(StoredWork work, DateTimeOffset now) =>
    [
        Quoted.OneLine(work.Id), work.State, Quoted.Name(work.What), Quoted.Name(work.Repository ?? "–"), Age(now - Clock.FromMilliseconds(work.Row.CreatedAt)),
        work.Row.Attempts.ToString(CultureInfo.InvariantCulture), Quoted.Message(work.Row.Error ?? ""),
    ];

    private static string Table(string[][] rows)
    {
        var widths = Enumerable.Range(0, Head.Length).Select(column => rows.Max(row => row[column].Length)).ToArray();
        return string.Join('\n', rows.Select(row => string.Join(Gap, row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd()));
    }

    // Of something that is to be done later, the time until then.
    private static string Age(TimeSpan age) => age < TimeSpan.Zero ? $"in {Length(-age)}" : Length(age);

    private static string Length(TimeSpan span) => span switch
    {
        { TotalDays: >= 2 } => $"{(int)span.TotalDays} d",
        { TotalHours: >= 2 } => $"{(int)span.TotalHours} h",
        { TotalMinutes: >= 2 } => $"{(int)span.TotalMinutes} min",
        _ => $"{(int)span.TotalSeconds} s",
    };

    private static string Text(JsonNode value) => value is JsonValue
        ? Quoted.OneLine(value.ToString())
        : string.Join('\n', value.ToJsonString(Readable).Split('\n').Select(Quoted.OneLine));
}
