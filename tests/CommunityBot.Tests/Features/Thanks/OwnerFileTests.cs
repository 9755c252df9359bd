using CommunityBot.Features.Thanks.Promotions;
using CommunityBot.GitHub;
using CsCheck;

namespace CommunityBot.Tests.Features.Thanks;

/// <summary>Who is named in the files in which projects say who looks after what.</summary>
public sealed class OwnerFileTests
{
    private const string Host = "github.com";

    private static readonly Gen<string> Piece = Gen.OneOf(
        Gen.OneOf(
            "@alice", "@org/team", "alice@example.org", "https://github.com/", "https://github.com/bob", "/bob", "@", "-", "_", "*", "# ", "## Emeritus\n", "Former:\n", "\n---\n", "\n===\n",
            "\n", " ", "  - ", "approvers:", "reviewers: [", "aliases:", "filters:", "emeritus_approvers:", "]", "{", "&a", "*a", "!t", "\t", "\r", "\0", "\"", "'", "<h2>", "**", "é", "\uD800"),
        Gen.Char.Select(letter => $"{letter}"));

    [Theory]
    [InlineData("CODEOWNERS", "CodeOwners")]
    [InlineData(".github/CODEOWNERS", "CodeOwners")]
    [InlineData("docs/CODEOWNERS", "CodeOwners")]
    [InlineData("src/CODEOWNERS", null)]
    [InlineData("CODEOWNERS.md", null)]
    [InlineData("MAINTAINERS", "Maintainers")]
    [InlineData("MAINTAINERS.md", "Maintainers")]
    [InlineData(".github/MAINTAINERS.txt", "Maintainers")]
    [InlineData("docs/MAINTAINERS", "Maintainers")]
    [InlineData("src/MAINTAINERS", null)]
    [InlineData("docs/maintainers/guide.md", null)]
    [InlineData("OWNERS", "Owners")]
    [InlineData("OWNERS_ALIASES", "Owners")]
    [InlineData("src/deep/OWNERS", "Owners")]
    [InlineData("src/MYOWNERS", null)]
    [InlineData("OWNERS.md", null)]
    [InlineData("README.md", null)]
    public void A_file_is_known_by_its_path(string path, string? role) => Assert.Equal(role, OwnerFiles.RoleOf(path)?.ToString());

    [Theory]
    [InlineData("* @alice @bob", "alice bob")]
    [InlineData("*.js\t@alice\r\n/docs/ @bob-b @c_d\r", "alice bob-b c_d")]
    [InlineData("* @org/team alice@example.org @alice", "alice")]
    [InlineData("# @alice\n  # @bob\n/a/ @carol # @dave\n/b/ #@erin", "carol")]
    [InlineData("/c#/ @alice", "alice")]
    [InlineData("@types @alice", "alice")]
    [InlineData("/nobody/\n\n", "")]
    [InlineData("* @-alice @alice- @al ice @", "al")]
    public void CODEOWNERS_names_logins_after_patterns(string text, string logins) => Assert.Equal(logins, Current("CODEOWNERS", text));

    [Theory]
    [InlineData("- Alice Smith (@alice), Example Org\n- <bob@example.org>\n- [Carol](https://github.com/carol)", "alice carol")]
    [InlineData("@alice, @bob. (@carol) `@dave` @erin's", "alice bob carol dave erin")]
    [InlineData("@org/team @alice@fosstodon.org @bob.bsky.social https://x.example/@carol", "")]
    [InlineData("https://github.com/alice/ https://www.github.com/bob?tab=repositories http://github.com/carol. https://github.com/dave)", "alice bob carol dave")]
    [InlineData("https://github.com/org/repo https://github.com/orgs/org/teams/x https://gitlab.com/alice https://github.com.evil.example/bob", "")]
    [InlineData("alice\nAlice Smith", "")]
    public void MAINTAINERS_names_those_who_are_mentioned_or_linked(string text, string logins) => Assert.Equal(logins, Current("MAINTAINERS.md", text));

    [Theory]
    [InlineData("# Maintainers\n@alice\n# Emeritus\n@bob\n## By year\n@carol\n# Reviewers\n@dave", "alice dave")]
    [InlineData("Maintainers\n===\n@alice\n\nFormer maintainers\n---\n@bob\n\nTriage\n---\n@carol", "alice carol")]
    [InlineData("== Alumni\n@alice\n== Team\n@bob", "bob")]
    [InlineData("<h2>Retired</h2>\n@alice\n<h2>Active</h2>\n@bob", "bob")]
    [InlineData("**Emeritus Maintainers**\n\n- @alice\n\n**Maintainers**\n\n- @bob", "bob")]
    [InlineData("active:\n  - \"@alice\"\nemeritus:\n  since-2020:\n    - \"@bob\"\nreviewers:\n  - \"@carol\"", "alice carol")]
    [InlineData("emeritus_maintainers: [\n  \"@alice\",\n]\nmaintainers: [\n  \"@bob\",\n]", "bob")]
    [InlineData("| @alice | active |\n| @bob | Emeritus |", "alice")]
    [InlineData("## Emeritus\n- @alice\n---\n- @bob", "")]
    [InlineData("## Transformers and performers\n@alice", "alice")]
    public void MAINTAINERS_who_have_left_are_not_current(string text, string logins)
    {
        Assert.Equal(logins, Current("MAINTAINERS", text));
        Assert.True(OwnerFiles.Read("MAINTAINERS", text, Host)!.Count >= Words(text, "alice", "bob"), "those who have left are known as such");
    }

    [Fact]
    public void MAINTAINERS_of_an_Enterprise_Server_are_linked_to_it() =>
        Assert.Equal(["alice"], OwnerFiles.Read("MAINTAINERS", "https://git.example.org:8443/alice https://github.com/bob", "git.example.org:8443")!.Select(owner => owner.Login));

    [Theory]
    [InlineData("approvers: [alice]\nreviewers:\n- bob # since May\n- \"carol\"\nlabels: [area]\nemeritus_approvers: [dave]", "alice bob carol")]
    [InlineData("filters:\n  \".*\":\n    approvers: [alice]\n  \"\\\\.go$\":\n    reviewers: [bob]\n    labels: [go]", "alice bob")]
    [InlineData("approvers: alice", "")]
    [InlineData("approvers: [org/team, a b, alice@example.org, [bob], {c: d}]", "")]
    [InlineData("- alice", "")]
    [InlineData("", "")]
    public void OWNERS_names_approvers_and_reviewers(string text, string logins) => Assert.Equal(logins, Current("src/OWNERS", text));

    [Fact]
    public void OWNERS_ALIASES_names_people_by_lists_whose_names_are_none()
    {
        const string text = "aliases:\n  sig-docs: [alice, bob]\n  docs-emeritus: [carol]\nother: [dave]";

        Assert.Equal("alice bob", Current("OWNERS_ALIASES", text));
        Assert.Contains(new("carol", IsFormer: true), OwnerFiles.Read("OWNERS_ALIASES", text, Host)!);
        Assert.Equal(["sig-docs", "docs-emeritus"], OwnersFile.AliasNames(text));
        Assert.Empty(OwnersFile.AliasNames("aliases: ["));
    }

    [Theory]
    [InlineData("OWNERS", "approvers: [alice")]
    [InlineData("OWNERS", "approvers: &a [alice]\nreviewers: *a")]
    [InlineData("OWNERS_ALIASES", "aliases: !x {}")]
    public void Of_what_is_no_plain_YAML_nothing_is_known(string path, string text) => Assert.Null(OwnerFiles.Read(path, text, Host));

    [Theory]
    [InlineData("CODEOWNERS", "* @alice\n")]
    [InlineData("MAINTAINERS", "@alice\n")]
    [InlineData("OWNERS", "approvers: [alice]\n")]
    public void Of_a_file_that_was_cut_nothing_is_known(string path, string text)
    {
        Assert.NotNull(OwnerFiles.Read(path, text.PadRight(FileAnswer.MostCharacters - 1, '\n'), Host));
        Assert.Null(OwnerFiles.Read(path, text.PadRight(FileAnswer.MostCharacters, '\n'), Host));
        Assert.Empty(OwnerFiles.Read(path, text: null, Host)!);
    }

    [Fact]
    public void Whatever_is_in_a_file_all_names_are_logins() =>
        Gen.Select(Gen.OneOf("CODEOWNERS", "MAINTAINERS.md", "OWNERS", "OWNERS_ALIASES", "README"), Gen.OneOf(Piece.Array[0, 40].Select(string.Concat), Gen.String)).Sample(
            (path, text) => Assert.All(OwnerFiles.Read(path, text, Host) ?? [], owner => Assert.Matches(@"\A[A-Za-z0-9]([A-Za-z0-9_-]{0,98}[A-Za-z0-9])?\z", owner.Login)),
            iter: Math.Max(20_000, Check.Iter));

    [Theory]
    [InlineData("@")]
    [InlineData("@a")]
    [InlineData("@a-")]
    [InlineData(" ")]
    [InlineData("a: ")]
    [InlineData("https://github.com/a")]
    [InlineData("**")]
    [InlineData("__")]
    public async Task No_line_takes_long(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, (FileAnswer.MostCharacters - 4) / piece.Length)) + "x";
        var reading = Task.Factory.StartNew(() => OwnerFiles.Read("MAINTAINERS", $"a:{text}", Host), TestContext.Current.CancellationToken, TaskCreationOptions.None, TaskScheduler.Default);

        Assert.NotNull(await reading.WaitAsync(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken));
    }

    private static string Current(string path, string text) => string.Join(' ', OwnerFiles.Read(path, text, Host)!.Where(owner => !owner.IsFormer).Select(owner => owner.Login));

    private static int Words(string text, params string[] logins) => logins.Count(login => text.Contains($"@{login}", StringComparison.Ordinal));
}
