using CommunityBot.Team;

namespace CommunityBot.Tests.Team;

public sealed class CodeOwnersTests
{
    [Theory]
    [InlineData("*", "src/a.cs", true)]
    [InlineData("*.js", "src/deep/a.js", true)]
    [InlineData("*.js", "src/deep/a.jsx", false)]
    [InlineData("/build/logs/", "build/logs/today/a.log", true)]
    [InlineData("/build/logs/", "src/build/logs/a.log", false)]
    [InlineData("/build/logs/", "build/logs", false)]
    [InlineData("docs/*", "docs/getting-started.md", true)]
    [InlineData("docs/*", "docs/build-app/troubleshooting.md", false)]
    [InlineData("apps/", "src/apps/a/b.cs", true)]
    [InlineData("apps", "src/apps/a/b.cs", true)]
    [InlineData("/docs", "docs/a/b.md", true)]
    [InlineData("/docs", "old/docs/a.md", false)]
    [InlineData("/scripts/*.sh", "scripts/run.sh", true)]
    [InlineData("/scripts/*.sh", "scripts/deep/run.sh", false)]
    [InlineData("**/logs", "build/logs/a.log", true)]
    [InlineData("**/logs", "logs/a.log", true)]
    [InlineData("src/**/test.cs", "src/test.cs", true)]
    [InlineData("src/**/test.cs", "src/a/b/test.cs", true)]
    [InlineData("src/**", "src/a/b.cs", true)]
    [InlineData("src/**", "srcs/a.cs", false)]
    [InlineData("a?c.txt", "abc.txt", true)]
    [InlineData("a?c.txt", "ac.txt", false)]
    [InlineData(@"my\ file.txt", "my file.txt", true)]
    [InlineData("Docs/", "docs/a.md", false)]
    [InlineData("a.c", "abc", false)]
    [InlineData("**", "a/b", true)]
    [InlineData("/**/b", "a/c/b/d", true)]
    [InlineData("a/**/", "a/b", false)]
    [InlineData("a/**/", "a/b/c", true)]
    [InlineData("*a*b/*/c", "xaayb/q/c", true)]
    [InlineData("*a*b/*/c", "xaayb/q/r/c", false)]
    [InlineData("/**/a/**/b", "a/x/a/y/b", true)]
    [InlineData(@"a\\", @"a\", true)]
    [InlineData(@"\*", "ab", false)]
    public void A_pattern_fits_as_on_GitHub(string pattern, string path, bool fits) =>
        Assert.Equal(fits ? ["alice"] : [], CodeOwners.Parse($"{pattern} @alice").OwnersOf(path));

    [Fact]
    public void The_last_line_that_fits_decides()
    {
        var owners = CodeOwners.Parse("* @alice\n# docs\n/docs/ @octo/writers bob@example.org @carol # since May\n/docs/drafts/\r\n");

        Assert.Equal(["alice"], owners.OwnersOf("src/a.cs"));
        Assert.Equal(["octo/writers", "carol"], owners.OwnersOf("docs/a.md"));
        Assert.Empty(owners.OwnersOf("docs/drafts/a.md"));
    }

    [Theory]
    [InlineData("!src @bob")]
    [InlineData("[ab].txt @bob")]
    [InlineData("")]
    [InlineData("   # nothing")]
    public void A_line_that_GitHub_passes_over_decides_nothing(string line) =>
        Assert.Equal(["alice"], CodeOwners.Parse($"* @alice\n{line}").OwnersOf("a.txt"));

    [Theory]
    [InlineData("*a", 200)]
    [InlineData("*a", 5_000)]
    [InlineData("**/", 5_000)]
    [InlineData("**/a/", 3_000)]
    [InlineData("?", 10_000)]
    public void A_file_of_stars_ends(string piece, int times) =>
        Assert.Empty(CodeOwners.Parse($"{string.Concat(Enumerable.Repeat(piece, times))}b @alice").OwnersOf(string.Concat(Enumerable.Repeat("a/", 500)) + new string('a', 1_000)));
}
