using System.Text.RegularExpressions;

namespace CommunityBot.Tests.RepositoryConfig.Documents;

public sealed partial class ConfigurationPageTests
{
    private const string Page = "docs/configuration.md";

    [Fact]
    public void Its_tables_are_what_the_settings_say() =>
        GeneratedText.AssertUpToDate(Page, old => Tables().Replace(old, match => $"{match.Groups[1].Value}{KeyTables.Write(Configs.Keys)}\n{match.Groups[2].Value}"));

    [Fact]
    public void Its_examples_are_valid()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, Page));
        var examples = Examples().Matches(page).Select(match => match.Groups[1].Value).ToList();

        Assert.True(examples.Count > 2);
        Assert.All(examples, example => Assert.Empty(Configs.Parse(example).Problems));
    }

    [GeneratedRegex(@"(<!-- keys: .*? -->\n).*(<!-- end of keys -->)", RegexOptions.Singleline)]
    private static partial Regex Tables();

    [GeneratedRegex(@"^```yaml\n(.*?)^```$", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Examples();
}
