using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.RepositoryConfig;

/// <summary>Messages that differ, and the pages that they point to.</summary>
public sealed class VariantTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("docs/zh/intro.md", "Translator.")]
    [InlineData("src/main.c", "Everybody.")]
    public async Task Who_translates_is_greeted_otherwise(string path, string words)
    {
        Configure("""
            welcome:
              first-pull-request:
                message: Everybody.
                variants:
                  - when: { path: "docs/*/**" }
                    message: Translator.
            """);
        var pull = _scene.OpenPullRequest("newcomer");
        _scene.GitHub.PutFile(pull, path, "text");

        await _scene.DeliverAsync(pull);

        Assert.StartsWith(words, Assert.Single(pull.Comments).Body, StringComparison.Ordinal);
        Assert.Contains("GET files", _scene.Calls);
    }

    [Theory]
    [InlineData(400, "Welcome back.")]
    [InlineData(30, "Everybody.")]
    [InlineData(null, "Everybody.")]
    public async Task Who_comes_back_after_a_year_is_welcomed_back(int? daysAgo, string words)
    {
        Configure("""
            welcome:
              first-pull-request:
                message: Everybody.
                variants:
                  - when: { returning-after: 52 weeks }
                    message: Welcome back.
            """);
        if (daysAgo is { } days)
        {
            _scene.OpenIssue("newcomer", createdAt: _scene.Time.GetUtcNow().AddDays(-days));
        }

        var pull = _scene.OpenPullRequest("newcomer");
        await _scene.DeliverAsync(pull);

        Assert.StartsWith(words, Assert.Single(pull.Comments).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("GET files", _scene.Calls);
    }

    [Fact]
    public async Task Pages_of_the_project_are_found_by_themselves_and_asked_for_once()
    {
        _scene.Repository.Files["docs/CONTRIBUTING.md"] = "Hi.";
        _scene.Repository.Files["ROADMAP.md"] = "On.";
        Configure("""welcome: { first-issue: { message: "{{ links.contributing }} {{ links.roadmap }} {{ links.chat }}" } }""");
        var (one, two) = (_scene.OpenIssue("one"), _scene.OpenIssue("two"));

        await _scene.DeliverAsync(one);
        var asked = _scene.GitHub.Requests.Count;
        await _scene.DeliverAsync(two);

        const string Pages = "https://github.com/octo/hello/blob/HEAD";
        Assert.All([one, two], issue => Assert.StartsWith(
            $"{Pages.Replace("HEAD", "main", StringComparison.Ordinal)}/docs/CONTRIBUTING.md {Pages}/ROADMAP.md\n", Assert.Single(issue.Comments).Body, StringComparison.Ordinal));
        Assert.DoesNotContain(_scene.GitHub.Requests.Skip(asked), request => request.Path.Contains("/contents", StringComparison.Ordinal) || request.Path.EndsWith("/profile", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_the_config_names_is_not_looked_for()
    {
        Configure("""
            links: { contributing: docs/guide.md, code-of-conduct: CODE.md, roadmap: https://example.org/roadmap }
            welcome: { first-issue: { message: "{{ links.contributing }} {{ links.roadmap }}" } }
            """);
        var issue = _scene.OpenIssue("newcomer");

        await _scene.DeliverAsync(issue);

        Assert.StartsWith("https://github.com/octo/hello/blob/HEAD/docs/guide.md https://example.org/roadmap\n", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
        Assert.DoesNotContain(_scene.GitHub.Requests, request => request.Path.EndsWith("/profile", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_language_of_the_config_is_spoken()
    {
        Configure("language: fr\n");
        var issue = _scene.OpenIssue("newcomer");

        await _scene.DeliverAsync(issue);

        Assert.StartsWith("Bonjour @newcomer", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
    }

    private void Configure(string config) => _scene.Repository.Files[".github/community-bot.yml"] = config;
}
