using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBot.RepositoryConfig;

namespace CommunityBot.Cli;

/// <summary>Writes problems for people and for tools.</summary>
internal static class ProblemReport
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    /// <summary>A report of problems, without a line break at its end; for people and workflows it is empty if there are none.</summary>
    public static string Of(IEnumerable<LocalProblem> problems, ReportFormat format) => format switch
    {
        ReportFormat.Json => Json(problems).ToJsonString(Readable),
        ReportFormat.Sarif => Sarif(problems).ToJsonString(Readable),
        ReportFormat.Github => string.Join('\n', problems.Select(Command)),
        _ => string.Join('\n', problems),
    };

    private static JsonArray Json(IEnumerable<LocalProblem> problems) => [.. problems.Select(Json)];

    private static JsonObject Json(LocalProblem local)
    {
        var json = new JsonObject { ["file"] = local.Path };
        if (local.Problem.HasPlace)
        {
            json["line"] = local.Problem.Line;
            json["column"] = local.Problem.Column;
        }

        json["severity"] = Name(local.Problem.Severity);
        json["key"] = local.Problem.KeyPath;
        json["message"] = local.Problem.Message;
        return json;
    }

    private static JsonObject Sarif(IEnumerable<LocalProblem> problems) => new()
    {
        ["$schema"] = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        ["version"] = "2.1.0",
        ["runs"] = new JsonArray(new JsonObject
        {
            ["tool"] = new JsonObject { ["driver"] = new JsonObject { ["name"] = "communitybot", ["rules"] = new JsonArray(new JsonObject { ["id"] = "config" }) } },
            ["columnKind"] = "utf16CodeUnits",
            ["results"] = new JsonArray([.. problems.Select(Result)]),
        }),
    };

    private static JsonObject Result(LocalProblem local) => new()
    {
        ["ruleId"] = "config",
        ["level"] = local.Problem.Severity == ProblemSeverity.Error ? "error" : "note",
        ["message"] = new JsonObject { ["text"] = local.Problem.Message },
        ["locations"] = new JsonArray(new JsonObject { ["physicalLocation"] = Location(local) }),
    };

    private static JsonObject Location(LocalProblem local)
    {
        var location = new JsonObject { ["artifactLocation"] = new JsonObject { ["uri"] = string.Join('/', local.Path.Split('/', '\\').Select(Uri.EscapeDataString)) } };
        if (local.Problem.HasPlace)
        {
            location["region"] = new JsonObject { ["startLine"] = local.Problem.Line, ["startColumn"] = local.Problem.Column };
        }

        return location;
    }

    private static string Command(LocalProblem local)
    {
        var place = local.Problem.HasPlace ? $",line={local.Problem.Line},col={local.Problem.Column}" : "";
        return $"::{Name(local.Problem.Severity)} file={Property(local.Path)}{place}::{Data(local.Problem.Message)}";
    }

    private static string Name(ProblemSeverity severity) => severity == ProblemSeverity.Error ? "error" : "notice";

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal).Replace("\r", "%0D", StringComparison.Ordinal).Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) => Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
