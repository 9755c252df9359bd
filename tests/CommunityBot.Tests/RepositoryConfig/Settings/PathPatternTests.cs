using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Tests.RepositoryConfig.Settings;

public sealed class PathPatternTests
{
    [Theory]
    [InlineData("README.md", "README.md")]
    [InlineData("po/**", "po/de.po")]
    [InlineData("po/**", "po/a/b/c.po")]
    [InlineData("**/*.po", "de.po")]
    [InlineData("**/*.po", "a/b/de.po")]
    [InlineData("docs/**/index.md", "docs/index.md")]
    [InlineData("docs/**/index.md", "docs/a/b/index.md")]
    [InlineData("*.md", "README.md")]
    [InlineData("src/?ain.c", "src/main.c")]
    [InlineData("a+b (c)[d].txt", "a+b (c)[d].txt")]
    [InlineData("**", "any/thing")]
    public void What_fits_is_found(string pattern, string path) => Assert.True(PathPattern.Fits(pattern, path));

    [Theory]
    [InlineData("README.md", "docs/README.md")]
    [InlineData("README.md", "readme.md")]
    [InlineData("README.md", "READMExmd")]
    [InlineData("po/**", "po")]
    [InlineData("po/**", "apo/de.po")]
    [InlineData("*.md", "docs/README.md")]
    [InlineData("src/*.c", "src/a/main.c")]
    [InlineData("**/*.po", "de.pot")]
    [InlineData("src/?ain.c", "src//ain.c")]
    public void What_does_not_is_not(string pattern, string path) => Assert.False(PathPattern.Fits(pattern, path));

    /// <summary>An engine that goes back and tries again would not end within a lifetime.</summary>
    [Fact]
    public void A_pattern_made_to_take_long_does_not() =>
        Assert.False(PathPattern.Fits(string.Concat(Enumerable.Repeat("**a", 85)), $"{new string('a', 4_000)}b"));
}
