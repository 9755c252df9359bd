using CommunityBot.GitHub;
using CommunityBot.Ledger;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Tests.Ledger;

public sealed class MergeRulesTests
{
    private static readonly DateTimeOffset Day = new(2026, 11, 24, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("docs/install.txt", true)]
    [InlineData("src/docs/a.png", true)]
    [InlineData("README", true)]
    [InlineData("lib/README.zh.md", true)]
    [InlineData("CHANGELOG.rst", false)]
    [InlineData("changes/123.md", false)]
    [InlineData(".github/PULL_REQUEST_TEMPLATE.md", false)]
    [InlineData("src/guide.adoc", true)]
    [InlineData("src/docsify/index.js", false)]
    [InlineData("src/readme-parser.cs", false)]
    [InlineData("src/main.c", false)]
    public void Documentation_is_known_by_its_path(string path, bool expected) => Assert.Equal(expected, MergeRules.IsDocumentation(path));

    [Theory]
    [InlineData("Landed", true)]
    [InlineData("landed", true)]
    [InlineData("abandoned", false)]
    public void What_is_closed_with_a_label_of_the_config_counts_as_merged(string label, bool expected) => Assert.Equal(
        expected ? Day : null,
        MergeRules.MergedAt(new AuthoredItem(1, 2, true, Day, null, Day, [label]), new MergeSettings { MergedLabels = ["Landed"] }));

    [Fact]
    public void What_is_open_or_no_pull_request_is_not_merged()
    {
        var settings = new MergeSettings { MergedLabels = ["landed"] };

        Assert.Null(MergeRules.MergedAt(new AuthoredItem(1, 2, true, Day, null, null, ["landed"]), settings));
        Assert.Null(MergeRules.MergedAt(new AuthoredItem(1, 2, false, Day, null, Day, ["landed"]), settings));
    }
}
