using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Work;
using Microsoft.Extensions.Logging;

namespace CommunityBot.IntegrationTests.Features.Thanks;

/// <summary>New collaborators, and new members of teams: there is no pull request to say it on.</summary>
public sealed class PromotionDiscussionTests : IAsyncLifetime
{
    private const string Config = ".github/community-bot.yml";

    private Scene _scene = null!;

    private SimulatedUser _riser = null!;

    private SimulatedUser _owner = null!;

    private SimulatedGitHub GitHub => _scene.GitHub;

    private SimulatedRepository Repository => _scene.Repository;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        (_riser, _owner) = (GitHub.AddUser("riser"), GitHub.AddUser("owner"));
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("triage")]
    [InlineData("write")]
    [InlineData("admin")]
    public async Task New_collaborator_is_congratulated_once_in_a_discussion(string role)
    {
        await CollaborateAsync(role);
        await CollaborateAsync(role);

        var discussion = Assert.Single(Repository.Discussions.Values);
        Assert.Equal(("riser joins the hello team", "Announcements", GitHub.Bot), (discussion.Title, discussion.Category?.Name, discussion.Author));
        Assert.StartsWith("@riser, from now on you are one of those who look after hello.", discussion.Body, StringComparison.Ordinal);
        Assert.EndsWith($"<!-- community-bot moment=thanks.promotion key={Repository.Id}-{_riser.Id}-collaborator -->", discussion.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_may_only_read_is_not_promoted()
    {
        await CollaborateAsync("read");

        Assert.Empty(Repository.Discussions);
    }

    [Fact]
    public async Task Who_was_taken_away_again_by_then_is_not_promoted()
    {
        await _scene.DeliverAsync(GitHub.Deliveries.CollaboratorAdded(Repository, _riser, "write", _owner));

        Assert.Empty(Repository.Discussions);
    }

    [Fact]
    public async Task A_program_may_have_added_them()
    {
        _owner = GitHub.AddUser("infrastructure[bot]", "Bot");
        await CollaborateAsync("write");

        Assert.Single(Repository.Discussions);
    }

    [Fact]
    public async Task Config_says_in_which_language_and_category()
    {
        Repository.Files[Config] = "language: de\nthanks: { release: { category: general } }\n";
        await CollaborateAsync("write");

        var discussion = Assert.Single(Repository.Discussions.Values);
        Assert.Equal(("riser gehört jetzt zum Team von hello", "General"), (discussion.Title, discussion.Category?.Name));
        Assert.StartsWith("@riser, ab jetzt", discussion.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_there_is_no_such_category_nothing_is_said()
    {
        Repository.Files[Config] = "thanks: { release: { category: Nowhere } }\n";
        await CollaborateAsync("write");

        Assert.Empty(Repository.Discussions);
        Assert.NotEqual(WorkState.Available, Assert.Single(await _scene.Bot.OutboxAsync()).State);
    }

    [Theory]
    [InlineData("mode: off\n")]
    [InlineData("people: { ignore: [riser] }\n")]
    [InlineData("thanks: { enabled: false }\n")]
    [InlineData("thanks: { promotion: { enabled: false } }\n")]
    public async Task Nothing_is_said_or_asked_where_the_config_wants_it_so(string config)
    {
        Repository.Files[Config] = config;
        await CollaborateAsync("write");
        Assert.Empty(_scene.Calls);

        await JoinAsync(Team(Repository));
        Assert.Equal(["GET repos"], _scene.Calls);
        Assert.Empty(Repository.Discussions);
    }

    [Theory]
    [InlineData("machine", "Bot", false)]
    [InlineData("helper[bot]", "Bot", false)]
    [InlineData("somebody", "User", true)]
    public async Task Nothing_is_said_about_what_is_no_person_or_in_an_archived_repository(string login, string type, bool archived)
    {
        var team = Team(Repository);
        (_riser, Repository.Archived) = (GitHub.AddUser(login, type), archived);
        await CollaborateAsync("write");
        await JoinAsync(team);

        Assert.Empty(Repository.Discussions);
        Assert.Empty(await _scene.Bot.OutboxAsync());
    }

    [Fact]
    public async Task New_member_of_a_team_is_congratulated_once_in_its_repository()
    {
        var old = GitHub.AddRepository(_scene.Installation, "octo", "old");
        old.Archived = true;
        var read = GitHub.AddRepository(_scene.Installation, "octo", "read");
        var team = Team(Repository, old, read);
        team.Roles[read.Id] = "triage";
        await JoinAsync(team);
        await JoinAsync(team);

        var discussion = Assert.Single(Repository.Discussions.Values);
        Assert.Equal("riser joins the hello team", discussion.Title);
        Assert.EndsWith($"<!-- community-bot moment=thanks.promotion key={Repository.Id}-{_riser.Id}-team-{team.Id} -->", discussion.Body, StringComparison.Ordinal);
        Assert.Empty(read.Discussions);
    }

    [Fact]
    public async Task Team_with_several_repositories_is_left_alone()
    {
        var other = GitHub.AddRepository(_scene.Installation, "octo", "other");
        await JoinAsync(Team(Repository, other));

        Assert.Empty(Repository.Discussions);
        Assert.Empty(other.Discussions);
    }

    [Fact]
    public async Task Where_the_App_may_not_know_teams_nothing_is_said_and_the_log_says_so()
    {
        _scene.Installation.Permissions.TryRemove("members", out _);
        await JoinAsync(Team(Repository));

        Assert.Empty(Repository.Discussions);
        var warning = Assert.Single(_scene.Bot.Log.Problems);
        Assert.Equal(LogLevel.Warning, warning.Level);
        Assert.StartsWith("Nobody is congratulated on coming into team maintainers", warning.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_GitHub_does_not_tell_what_somebody_may_do_nothing_is_said_and_the_log_says_so()
    {
        _scene.RefusePermission(403);
        await CollaborateAsync("write");

        Assert.Empty(Repository.Discussions);
        Assert.StartsWith("Nobody is congratulated on a promotion, since", Assert.Single(_scene.Bot.Log.Problems).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_became_an_insider_is_known_as_one_from_then_on()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("riser"));
        await CollaborateAsync("write");
        var pull = _scene.OpenPullRequest("riser");
        await _scene.DeliverAsync(pull);

        Assert.Single(Repository.Discussions);
        Assert.Empty(pull.Comments);
    }

    private async Task CollaborateAsync(string role)
    {
        Repository.Roles[_riser.Id] = role;
        await _scene.DeliverAsync(GitHub.Deliveries.CollaboratorAdded(Repository, _riser, role, _owner));
    }

    [Fact]
    public async Task Who_comes_into_a_secret_team_is_not_named_in_public()
    {
        var team = Team(Repository);
        team.Privacy = "secret";

        await JoinAsync(team);

        Assert.Empty(Repository.Discussions);
    }

    private SimulatedTeam Team(params SimulatedRepository[] repositories) => GitHub.AddTeam(_scene.Installation.Account, "maintainers", repositories);

    private Task JoinAsync(SimulatedTeam team)
    {
        SimulatedGitHub.AddMember(team, _riser);
        return _scene.DeliverAsync(GitHub.Deliveries.TeamMemberAdded(team, _riser, _owner));
    }
}
