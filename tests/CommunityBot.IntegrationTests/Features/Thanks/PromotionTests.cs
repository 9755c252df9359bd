using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using Microsoft.Extensions.Logging;

namespace CommunityBot.IntegrationTests.Features.Thanks;

/// <summary>Those whom a merge newly names in the files that say who looks after what.</summary>
public sealed class PromotionTests : IAsyncLifetime
{
    private const string Config = ".github/community-bot.yml";

    private const string CodeOwners = "CODEOWNERS";

    private Scene _scene = null!;

    private SimulatedUser _riser = null!;

    private SimulatedItem _pull = null!;

    private SimulatedGitHub GitHub => _scene.GitHub;

    private SimulatedRepository Repository => _scene.Repository;

    private IEnumerable<SimulatedComment> Said => _pull.Comments.Where(comment => comment.Author.Id == GitHub.Bot.Id);

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _riser = AddOwner("riser");
        Repository.Files[CodeOwners] = "* @owner\n";
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("CODEOWNERS", "* @owner\n", "* @owner @riser\n", "codeowners")]
    [InlineData(".github/CODEOWNERS", "* @owner\n", "* @owner\n/docs/ @Riser # writes\n", "codeowners")]
    [InlineData("MAINTAINERS.md", "- @owner\n", "- @owner\n- [Riser](https://github.com/riser)\n", "maintainers")]
    [InlineData("src/c#/OWNERS", "approvers:\n- owner\n", "approvers:\n- owner\n- riser\n", "owners")]
    [InlineData("OWNERS_ALIASES", "aliases:\n  docs:\n  - owner\n", "aliases:\n  docs:\n  - owner\n  - riser\n", "owners")]
    public async Task Who_is_newly_named_is_congratulated_once_on_the_pull_request(string path, string before, string after, string role)
    {
        Repository.Files[path] = before;
        await MergeAsync((path, after));
        GitHub.AddLabel(_pull, "docs");
        await _scene.DeliverAsync(GitHub.Deliveries.Labeled(_pull, "docs", GitHub.AddUser("owner")));

        var comment = Assert.Single(Said);
        Assert.StartsWith("@riser, from now on you are one of those who look after hello.", comment.Body, StringComparison.Ordinal);
        Assert.EndsWith($"<!-- community-bot moment=thanks.promotion key={Repository.Id}-{_riser.Id}-{role} -->", comment.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_adds_themselves_is_congratulated_and_thanked_for_their_first_merge_in_one_comment()
    {
        await MergeAsync(author: "newcomer", association: "NONE", files: (CodeOwners, "* @owner @newcomer\n"));

        var body = Assert.Single(Said).Body;
        Assert.StartsWith("@newcomer, from now on", body, StringComparison.Ordinal);
        Assert.Contains("your first pull request", body, StringComparison.Ordinal);
        Assert.Contains("moment=thanks.promotion ", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("next", "Make it work")]
    [InlineData(null, "Revert \"Remove riser\"")]
    public async Task Names_on_another_branch_or_of_before_promote_nobody(string? branch, string title)
    {
        _pull = GitHub.OpenPullRequest(Repository, GitHub.AddUser("owner"), title, association: "OWNER");
        GitHub.PutFile(_pull, CodeOwners, "* @owner @riser\n");
        _pull.BaseRef = branch ?? _pull.BaseRef;
        GitHub.Merge(_pull);
        await _scene.DeliverAsync(GitHub.Deliveries.Closed(_pull));

        Assert.Empty(Said);
    }

    [Fact]
    public async Task Who_has_nothing_to_do_with_the_repository_is_not_mentioned()
    {
        GitHub.AddUser("stranger");
        await MergeAsync((CodeOwners, "* @owner @stranger\n"));

        Assert.Empty(Said);
    }

    [Fact]
    public async Task Who_did_something_there_needs_no_permission()
    {
        GitHub.OpenIssue(Repository, GitHub.AddUser("reporter"));
        await MergeAsync((CodeOwners, "* @owner @reporter\n"));

        Assert.Contains("@reporter", Assert.Single(Said).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_that_is_new_promotes_nobody()
    {
        await MergeAsync(("MAINTAINERS", "@owner\n@riser\n"));

        Assert.Empty(Said);
    }

    [Fact]
    public async Task File_with_a_new_name_promotes_nobody()
    {
        Repository.Files["MAINTAINERS"] = "@riser\n";
        await MergeAsync(("MAINTAINERS", null), ("MAINTAINERS.md", "@riser\n"), (CodeOwners, "* @owner @riser\n"));

        Assert.Empty(Said);
    }

    [Fact]
    public async Task Who_was_named_in_another_file_before_is_not_new()
    {
        Repository.Files["docs/MAINTAINERS"] = "@riser\n";
        await MergeAsync((CodeOwners, "* @owner @riser\n"));

        Assert.Empty(Said);
    }

    [Fact]
    public async Task Who_moves_from_one_file_to_another_is_not_new()
    {
        Repository.Files["src/OWNERS"] = "approvers: [riser, owner]\n";
        await MergeAsync(("src/OWNERS", "approvers: [owner]\n"), (CodeOwners, "* @owner @riser\n"));

        Assert.Empty(Said);
    }

    [Theory]
    [InlineData("helper[bot]", "Bot", "")]
    [InlineData("machine", "Bot", "")]
    [InlineData("company", "Organization", "")]
    [InlineData("ghost", "User", "")]
    [InlineData("riser", "User", "people: { ignore: [Riser] }\n")]
    [InlineData(null, "User", "")]
    public async Task What_is_no_person_to_speak_to_is_left_out(string? login, string type, string config)
    {
        Repository.Files[Config] = config;
        if (login is not null)
        {
            AddOwner(login, type);
        }

        await MergeAsync((CodeOwners, $"* @owner @{login ?? "missing"}\n"));

        Assert.Empty(Said);
    }

    [Fact]
    public async Task Names_of_aliases_are_no_people()
    {
        AddOwner("docs-team");
        Repository.Files["OWNERS_ALIASES"] = "aliases:\n  docs-team: [owner]\n";
        Repository.Files["docs/OWNERS"] = "approvers:\n- owner\n";
        await MergeAsync(("docs/OWNERS", "approvers:\n- owner\n- docs-team\n- riser\n"));

        var body = Assert.Single(Said).Body;
        Assert.Contains("@riser", body, StringComparison.Ordinal);
        Assert.DoesNotContain("docs-team", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(6, 0)]
    public async Task More_than_a_few_names_are_a_list_that_is_brought_in(int added, int congratulated)
    {
        var logins = Enumerable.Range(1, added).Select(number => $"owner-{number}").ToList();
        logins.ForEach(login => AddOwner(login));
        await MergeAsync((CodeOwners, $"* @owner\n{string.Concat(logins.Select(login => $"/{login}/ @{login}\n"))}"));

        Assert.Equal(congratulated == 0 ? 0 : 1, Said.Count());
        Assert.Equal(congratulated, logins.Count(login => Said.Any(comment => comment.Body.Contains($"@{login},", StringComparison.Ordinal))));
    }

    [Theory]
    [InlineData("thanks: { enabled: false }\n", CodeOwners)]
    [InlineData("thanks: { promotion: { enabled: false } }\n", CodeOwners)]
    [InlineData("mode: off\n", CodeOwners)]
    [InlineData("", "README.md")]
    public async Task Nothing_is_asked_where_nothing_is_to_be_said(string config, string path)
    {
        Repository.Files[Config] = config;
        await MergeAsync((path, "* @owner @riser\n"));

        Assert.Empty(Said);
        Assert.DoesNotContain(_scene.Calls, call => call is "GET files" or "GET riser");
    }

    [Theory]
    [InlineData("/files", 403)]
    [InlineData("/users/riser", 403)]
    [InlineData("/collaborators/riser/permission", 404)]
    [InlineData("/contents/.github", 403)]
    public async Task Refusal_leaves_promotions_out_and_nothing_else(string path, int status)
    {
        GitHub.Faults.Add(new(FaultKind.Status, (_, asked) => asked.EndsWith(path, StringComparison.Ordinal)) { Status = status, Message = "Resource not accessible by integration" });
        await MergeAsync(author: "newcomer", association: "NONE", files: (CodeOwners, "* @owner @riser\n"));

        Assert.StartsWith("@newcomer, your first pull request", Assert.Single(Said).Body, StringComparison.Ordinal);
        var warning = Assert.Single(_scene.Bot.Log.Problems);
        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.StartsWith("Nobody is congratulated on a promotion by #1", warning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pull_request_that_counts_as_merged_by_its_label_promotes()
    {
        Repository.Files[Config] = "thanks: { merged-labels: [landed] }\n";
        _pull = Open((CodeOwners, "* @owner @riser\n"));
        GitHub.AddLabel(_pull, "landed");
        GitHub.Close(_pull);
        await _scene.DeliverAsync(GitHub.Deliveries.Closed(_pull));

        Assert.StartsWith("@riser, from now on", Assert.Single(Said).Body, StringComparison.Ordinal);
    }

    private Task MergeAsync(params (string Path, string? Text)[] files) => MergeAsync("member", "MEMBER", files);

    private Task MergeAsync(string author, string association, params (string Path, string? Text)[] files)
    {
        _pull = Open(author, association, files);
        GitHub.Merge(_pull);
        return _scene.DeliverAsync(GitHub.Deliveries.Closed(_pull));
    }

    private SimulatedItem Open(params (string Path, string? Text)[] files) => Open("member", "MEMBER", files);

    private SimulatedItem Open(string author, string association, params (string Path, string? Text)[] files)
    {
        var pull = GitHub.OpenPullRequest(Repository, GitHub.AddUser(author), association: association);
        GitHub.Commit(pull, files.ToDictionary(file => file.Path, file => file.Text));
        return pull;
    }

    private SimulatedUser AddOwner(string login, string type = "User")
    {
        var user = GitHub.AddUser(login, type);
        Repository.Roles[user.Id] = "write";
        return user;
    }
}
