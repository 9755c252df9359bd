using System.Text.Json.Nodes;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Keys;
using CsCheck;
using NJsonSchema;

namespace CommunityBot.Tests.RepositoryConfig.Documents;

/// <summary>
/// An editor that has the schema and the bot say the same of a file. What a schema cannot know is left to the bot: whether a template, a time zone or a date is one, and that
/// hours end after they begin.
/// </summary>
public sealed class SchemaAgreementTests
{
    /// <summary>None is written like a number that stands in an enumeration, as 1 for a reaction: NJsonSchema takes the two for the same.</summary>
    private static readonly string[] Texts =
    [
        "a", "alice", "our-org/mentors", "some-app[bot]", "@alice", "-", "a--b", "https://example.org/x?y=1#z", "http://", "ftp://example.org", "javascript:alert(1)", "docs/a b.md", "/docs", "\\x",
        "3 workdays", "1 day", "0 seconds", "3 months", "3  days", "10000 days", "-1 days", "09:00-17:00", "00:00-24:00", "9-17", "2026-12-25", "2028-02-29", "2026-13-01", "26-12-25",
        "on", "observe", "off", "true", "en", "zh-Hans", "de", "EN", "+1", "-1", "heart", "none", "mon", "sun", "monday", "po/**", "**/*.po", "", " ", "a\tb",
        new('x', 50), new('x', 51), new('x', 256),
    ];

    /// <summary>Any other text that looks like a zone's name would be one to the schema.</summary>
    private static readonly string[] Zones = ["UTC", "Europe/Berlin", "Etc/GMT+5", "no zone!", "/etc/localtime", "../x", ""];

    private static readonly Gen<JsonNode?> Odd = Gen.OneOf<JsonNode?>(
        Gen.OneOf(Texts).Select(text => (JsonNode?)text),
        Gen.Int[-2, 3].Select(number => (JsonNode?)number),
        Gen.Bool.Select(flag => (JsonNode?)flag),
        Gen.Const(() => (JsonNode?)1.5),
        Gen.Const(() => (JsonNode?)null),
        Gen.Const(() => (JsonNode?)new JsonArray()),
        Gen.Const(() => (JsonNode?)new JsonObject()),
        Gen.OneOf(Texts).Select(text => (JsonNode?)new JsonArray(text)),
        Gen.OneOf(Texts).Select(text => (JsonNode?)new JsonObject { [text] = text }));

    private static readonly Gen<JsonNode?> Document = Of(Configs.Keys.Root);

    [Fact]
    public async Task Schema_and_parser_agree_on_whatever_is_written()
    {
        var schema = await JsonSchema.FromJsonAsync(JsonSchemaWriter.Write(Configs.Keys), TestContext.Current.CancellationToken);
        var (valid, invalid) = (0, 0);
        Document.Sample(
            document =>
            {
                var text = document!.ToJsonString();
                var file = Configs.Parse(text);
                var complaints = schema.Validate(text);

                Assert.True(file.IsValid == (complaints.Count == 0), $"{text}\n{string.Join("\n", file.Problems)}\n{string.Join("\n", complaints)}");
                _ = file.IsValid ? Interlocked.Increment(ref valid) : Interlocked.Increment(ref invalid);
            },
            iter: Math.Max(5_000, Check.Iter));

        Assert.True(valid > 500 && invalid > 500, $"{valid} valid, {invalid} invalid");
    }

    private static Gen<JsonNode?> Of(ConfigType type) => type switch
    {
        MappingType mapping => Of(mapping),
        ListType list => Gen.Frequency((30, Of(list.Item).Array[0, 3].Select(items => (JsonNode?)new JsonArray([.. items.Select(item => item?.DeepClone())]))), (2, Of(list.Item)), (1, Odd)),
        ScalarType scalar => Gen.Frequency((30, Good(scalar)), (1, scalar.Pattern == TimeZones.Pattern ? Gen.OneOf(Zones).Select(text => (JsonNode?)text) : Odd)),
        _ => throw new ArgumentException($"There is nothing of {type}.", nameof(type)),
    };

    private static Gen<JsonNode?> Of(MappingType type)
    {
        var gen = Gen.Const(() => (JsonNode?)new JsonObject());
        foreach (var key in type.Keys)
        {
            gen = Gen.Select(gen, Gen.Int[0, 9], Of(key.Type), (json, chance, value) => chance < (key.IsRequired ? 9 : 4) ? With(json, key.Name, value) : json);
        }

        gen = Gen.Select(gen, Gen.Int[0, 60], Odd, (json, chance, value) => chance == 0 ? With(json, "unknown", value) : json);
        return Gen.Frequency((40, gen), (1, Odd.Where(odd => type != Configs.Keys.Root || odd is JsonObject)));
    }

    private static JsonObject With(JsonNode? json, string key, JsonNode? value)
    {
        var more = (JsonObject)json!.DeepClone();
        more[key] = value?.DeepClone();
        return more;
    }

    private static Gen<JsonNode?> Good(ScalarType type) => type switch
    {
        { Kind: ScalarKind.Boolean } => Gen.Bool.Select(flag => (JsonNode?)flag),
        { Kind: ScalarKind.Integer, Range: { } range } => Gen.Int[range.Least, range.Most].Select(number => (JsonNode?)number),
        { Allowed: { } allowed } => Gen.OneOf([.. allowed]).Select(text => (JsonNode?)text),
        _ => Gen.OneOf([.. (type.Pattern == TimeZones.Pattern ? Zones : Texts).Where(text => type.Read(text) is not null)]).Select(text => (JsonNode?)text),
    };
}
