using System.Text.Json.Nodes;
using CommunityBot.RepositoryConfig;

namespace CommunityBot.Tests.RepositoryConfig.Documents;

public sealed class JsonSchemaTests
{
    [Fact]
    public void The_committed_schema_is_what_the_settings_say() =>
        GeneratedText.AssertUpToDate("src/CommunityBot/RepositoryConfig/community-bot.schema.json", _ => JsonSchemaWriter.Write(Configs.Keys));

    [Fact]
    public void It_is_served_as_committed()
    {
        using var served = new StreamReader(ConfigSchema.Open());

        Assert.Equal(File.ReadAllText(Path.Combine(Repository.Root, "src/CommunityBot/RepositoryConfig/community-bot.schema.json")), served.ReadToEnd());
    }

    [Fact]
    public void A_feature_that_registers_a_section_is_in_it()
    {
        var keys = Configs.With(services => services.AddConfigSection<ToySettings>("toys"), services => services.AddConfigSection<ToySettings>("nudges"));
        var schema = JsonNode.Parse(JsonSchemaWriter.Write(keys))!["properties"]!;

        Assert.Equal("What is played with.", (string?)schema["toys"]!["properties"]!["kind-of-toy"]!["description"]);
        Assert.Equal("heart", (string?)schema["toys"]!["properties"]!["kind-of-toy"]!["default"]);
        Assert.Equal(["hooray"], schema["toys"]!["properties"]!["kind-of-toy"]!["examples"]!.AsArray().Select(example => (string?)example));
        Assert.NotNull(schema["nudges"]!["properties"]!["calendar"]);
        Assert.False((bool)schema["nudges"]!["additionalProperties"]!);
        Assert.Contains("`kind-of-toy`", KeyTables.Write(keys), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("welcome.enabled")]
    [InlineData("welcome.first-issue.enabled")]
    public void Two_features_cannot_have_the_same_key(string path) =>
        Assert.Throws<InvalidOperationException>(() => Configs.With(services => services.AddConfigSection<ToySettings>(path)).Root);
}
