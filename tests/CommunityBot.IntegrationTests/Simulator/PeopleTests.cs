using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;
using CommunityBot.Inbox;
using Octokit.Webhooks;
using Octokit.Webhooks.Events.Member;
using Octokit.Webhooks.Events.Membership;

namespace CommunityBot.IntegrationTests.Simulator;

/// <summary>Accounts, collaborators and teams.</summary>
public sealed class PeopleTests : IAsyncLifetime
{
    private Caller _caller = null!;
    private SimulatedUser _person = null!;
    private SimulatedUser _owner = null!;

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        (_person, _owner) = (_caller.GitHub.AddUser("somebody"), _caller.GitHub.AddUser("owner"));
    }

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public async Task An_account_is_found_by_its_login_and_by_its_id()
    {
        var known = await _caller.GetObjectAsync("users/SomeBody");
        Assert.Equal(("somebody", _person.Id, "User"), ($"{known["login"]}", (long)known["id"]!, $"{known["type"]}"));
        Assert.True(known.ContainsKey("public_repos"));
        Assert.True(JsonNode.DeepEquals(known, await _caller.GetObjectAsync($"user/{_person.Id}")));
        Assert.Equal("Bot", $"{(await _caller.GetObjectAsync("users/community-bot%5Bbot%5D"))["type"]}");
        Assert.Equal(404, await _caller.GetStatusAsync("users/nobody"));
        _caller.Present("nonsense");
        Assert.Equal(401, await _caller.GetStatusAsync("users/somebody"));
    }

    [Fact]
    public async Task Of_a_deleted_account_only_what_it_did_is_left()
    {
        var issue = _caller.GitHub.OpenIssue(_caller.Repository, _person);
        _caller.GitHub.Delete(_person);

        Assert.Equal(404, await _caller.GetStatusAsync("users/somebody"));
        Assert.Equal(404, await _caller.GetStatusAsync($"user/{_person.Id}"));
        Assert.Equal("ghost", $"{(await _caller.GetObjectAsync($"repos/octo/hello/issues/{issue.Number}"))["user"]!["login"]}");
    }

    [Fact]
    public async Task A_team_lists_the_repositories_that_the_installation_covers()
    {
        var elsewhere = _caller.GitHub.AddRepository(_caller.GitHub.AddInstallation("elsewhere"), "octo", "apart");
        var team = _caller.GitHub.AddTeam(_caller.Installation.Account, "maintainers", _caller.Repository, elsewhere);
        _caller.GitHub.AddRepository(_caller.Installation, "octo", "other");

        var repository = Assert.Single(await _caller.GetArrayAsync("orgs/octo/teams/maintainers/repos"))!;
        Assert.Equal(("octo/hello", "write", true), ($"{repository["full_name"]}", $"{repository["role_name"]}", (bool)repository["permissions"]!["push"]!));
        Assert.Equal(404, await _caller.GetStatusAsync("orgs/octo/teams/others/repos"));
        Assert.Equal(404, await _caller.GetStatusAsync("orgs/elsewhere/teams/maintainers/repos"));

        SimulatedGitHub.AddMember(team, _person);
        Assert.Equal("write", $"{(await _caller.GetObjectAsync("repos/octo/hello/collaborators/somebody/permission"))["role_name"]}");
        Assert.Equal("read", $"{(await _caller.GetObjectAsync("repos/octo/other/collaborators/somebody/permission"))["role_name"]}");

        _caller.Installation.Permissions.TryRemove("members", out _);
        Assert.Equal(403, await _caller.GetStatusAsync("orgs/octo/teams/maintainers/repos"));
        _caller.Present("nonsense");
        Assert.Equal(401, await _caller.GetStatusAsync("orgs/octo/teams/maintainers/repos"));
    }

    [Fact]
    public void A_collaborator_is_told_with_both_words_for_the_role()
    {
        var delivery = _caller.GitHub.Deliveries.CollaboratorAdded(_caller.Repository, _person, "maintain", _owner);

        // By itself the library demands of a permission what it was before, and GitHub tells only what it is from now on.
        var added = PayloadReader.Read<MemberAddedEvent>(delivery.Body);
        Assert.Equal(("member", "somebody", "owner", "octo/hello"), (delivery.Event, added.Member.Login, added.Sender?.Login, added.Repository?.FullName));

        var changes = JsonNode.Parse(delivery.Body)!["changes"]!;
        Assert.Equal(("write", "maintain"), ($"{changes["permission"]!["to"]}", $"{changes["role_name"]!["to"]}"));
    }

    [Fact]
    public void A_member_of_a_team_is_told_without_a_repository()
    {
        var team = _caller.GitHub.AddTeam(_caller.Installation.Account, "maintainers");
        var delivery = _caller.GitHub.Deliveries.TeamMemberAdded(team, _person, _owner);

        var added = Read<MembershipAddedEvent>(delivery);
        Assert.Equal(("membership", "somebody", "owner", "octo"), (delivery.Event, added.Member.Login, added.Sender?.Login, added.Organization?.Login));
        Assert.Equal((team.Id, "maintainers", _caller.Installation.Id, null), (added.Team.Id, added.Team.Slug, added.Installation?.Id, added.Repository));
    }

    private static TEvent Read<TEvent>(SimulatedDelivery delivery)
        where TEvent : WebhookEvent => JsonSerializer.Deserialize<TEvent>(delivery.Body)!;
}
