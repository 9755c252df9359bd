using System.Net;
using CommunityBot.GitHub;
using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Simulator;

/// <summary>What the bot reads of pull requests and issues that are worked on, by its own client.</summary>
public sealed class OpenWorkTests : IAsyncLifetime
{
    private Scene _scene = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private SimulatedGitHub GitHub => _scene.GitHub;

    private IGitHubReader Reader => _scene.Bot.Services.GetRequiredService<IGitHubReader>();

    private RepositoryRef Repository => new(_scene.Installation.Id, _scene.Repository.Id, "octo", "hello");

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task An_open_pull_request_tells_who_did_what_last()
    {
        var (pull, start) = (_scene.OpenPullRequest("newcomer", draft: true), _scene.Time.GetUtcNow());
        var (reviewer, asked) = (GitHub.AddUser("reviewer"), GitHub.AddUser("asked"));
        var team = GitHub.AddTeam(_scene.Installation.Account, "maintainers", _scene.Repository);
        GitHub.AddLabel(pull, "bug");
        GitHub.RequestReview(pull, asked);
        GitHub.RequestReview(pull, team);
        GitHub.Comment(pull, GitHub.AddUser("checker[bot]", "Bot"), "beep");
        GitHub.Dismiss(GitHub.Review(pull, reviewer, "changes_requested", "No.", "MEMBER"));
        GitHub.Review(pull, reviewer, "approved", association: "MEMBER");
        _scene.Time.Advance(TimeSpan.FromHours(1));
        GitHub.MakeReady(pull);
        GitHub.PutFile(pull, "a.md", "1\n2\n");
        _scene.Time.Advance(TimeSpan.FromHours(1));
        GitHub.Comment(pull, pull.Author!, "Please look.", "CONTRIBUTOR");

        var page = await Reader.ReadOpenPullRequestsAsync(Repository, cursor: null, Stop);

        var read = Assert.Single(page.PullRequests);
        Assert.Null(page.Next);
        Assert.Equivalent(
            new OpenPullRequest
            {
                Number = pull.Number,
                Title = "Make it work",
                Url = $"https://github.com/octo/hello/pull/{pull.Number}",
                OpenedAt = start,
                UpdatedAt = start.AddHours(2),
                ReadyAt = start.AddHours(1),
                CommittedAt = start.AddHours(1),
                HeadSha = pull.HeadSha,
                BaseBranch = "main",
                Additions = 2,
                ChangedFiles = 1,
                Author = AccountOf(pull.Author!),
                Association = "NONE",
                Labels = ["bug"],
                RequestedPeople = [AccountOf(asked)],
                RequestedTeams = ["octo/maintainers"],
                Reviews = [new("DISMISSED", start, AccountOf(reviewer), "MEMBER", "No."), new("APPROVED", start, AccountOf(reviewer), "MEMBER", "")],
                Comments = [new(start, null, "NONE", "beep"), new(start.AddHours(2), AccountOf(pull.Author!), "CONTRIBUTOR", "Please look.")],
            },
            read,
            strict: true);
    }

    [Fact]
    public async Task Pages_hold_what_is_open_from_the_oldest_on()
    {
        var pulls = Enumerable.Range(0, 28).Select(_ => _scene.OpenPullRequest("newcomer")).ToList();
        GitHub.Close(pulls[0]);
        GitHub.Merge(pulls[1]);
        GitHub.MakeDraft(pulls[27]);
        GitHub.Lock(pulls[27]);

        var first = await Reader.ReadOpenPullRequestsAsync(Repository, cursor: null, Stop);
        var last = await Reader.ReadOpenPullRequestsAsync(Repository, first.Next, Stop);

        Assert.Equal(pulls[2..].Select(pull => pull.Number), first.PullRequests.Concat(last.PullRequests).Select(pull => pull.Number));
        Assert.Equal((25, 1, null), (first.PullRequests.Count, last.PullRequests.Count, last.Next));
        Assert.Equal((false, false, true, true), (first.PullRequests[0].IsDraft, first.PullRequests[0].IsLocked, last.PullRequests[0].IsDraft, last.PullRequests[0].IsLocked));
    }

    [Fact]
    public async Task A_team_that_may_not_be_seen_is_left_out()
    {
        var pull = _scene.OpenPullRequest("newcomer");
        GitHub.RequestReview(pull, GitHub.AddTeam(_scene.Installation.Account, "maintainers", _scene.Repository));
        _scene.Installation.Permissions.TryRemove("members", out _);

        Assert.Empty((await Reader.ReadOpenPullRequestsAsync(Repository, cursor: null, Stop)).PullRequests.Single().RequestedTeams);
    }

    [Theory]
    [InlineData(null, false, false)]
    [InlineData("success", false, false)]
    [InlineData("cancelled", false, false)]
    [InlineData("failure", true, false)]
    [InlineData("timed_out", true, false)]
    [InlineData("startup_failure", true, false)]
    [InlineData("action_required", false, true)]
    public async Task Checks_fail_or_wait_by_how_they_went(string? conclusion, bool failed, bool waits)
    {
        var pull = _scene.OpenPullRequest("newcomer");
        GitHub.SetChecks(_scene.Repository, pull.HeadSha, "success");
        GitHub.SetChecks(_scene.Repository, pull.HeadSha, conclusion);

        Assert.Equal(new CommitChecks(failed, waits), await Reader.ReadChecksAsync(Repository, pull.HeadSha, Stop));
    }

    [Fact]
    public async Task Checks_of_many_Apps_are_looked_through_and_those_of_no_commit_are_none()
    {
        var pull = _scene.OpenPullRequest("newcomer");
        for (var app = 0; app < 299; app++)
        {
            GitHub.SetChecks(_scene.Repository, pull.HeadSha, "success");
        }

        GitHub.SetChecks(_scene.Repository, pull.HeadSha, "failure");

        Assert.True((await Reader.ReadChecksAsync(Repository, pull.HeadSha, Stop)).Failed);
        Assert.Equal(CommitChecks.None, await Reader.ReadChecksAsync(Repository, new string('0', 40), Stop));
    }

    [Fact]
    public async Task An_issue_tells_who_works_on_it()
    {
        var (issue, pull, helper) = (_scene.OpenIssue("reporter"), _scene.OpenPullRequest("newcomer"), GitHub.AddUser("helper"));
        await HoldsAsync(new(IsOpen: true, IsLocked: false, [], HasOpenPullRequest: false));

        GitHub.Assign(issue, helper);
        SimulatedGitHub.Closes(pull, issue);
        GitHub.Lock(issue);
        await HoldsAsync(new(IsOpen: true, IsLocked: true, [AccountOf(helper)], HasOpenPullRequest: true));

        GitHub.Close(pull);
        GitHub.Close(issue);
        await HoldsAsync(new(IsOpen: false, IsLocked: true, [AccountOf(helper)], HasOpenPullRequest: false));
        Assert.Equal(HttpStatusCode.NotFound, (await Assert.ThrowsAsync<GitHubRefusedException>(() => Reader.ReadIssueWorkAsync(Repository, pull.Number, Stop))).Status);

        async Task HoldsAsync(IssueWork expected) => Assert.Equivalent(expected, await Reader.ReadIssueWorkAsync(Repository, issue.Number, Stop), strict: true);
    }

    [Fact]
    public async Task Teams_and_installations_are_read_to_the_end()
    {
        var team = GitHub.AddTeam(_scene.Installation.Account, "maintainers");
        var members = Enumerable.Range(0, 101).Select(number => GitHub.AddUser($"member-{number}")).ToList();
        members.ForEach(member => SimulatedGitHub.AddMember(team, member));
        SimulatedGitHub.AddMember(team, GitHub.AddUser("helper[bot]", "Bot"));
        GitHub.AddRepository(_scene.Installation, "octo", "archived").Archived = true;
        GitHub.AddRepository(GitHub.AddInstallation("elsewhere"), "elsewhere", "hello");
        var others = Enumerable.Range(0, 100).Select(number => GitHub.AddRepository(_scene.Installation, "octo", $"other-{number}")).ToList();

        Assert.Equal(members.Select(AccountOf), await Reader.ListTeamMembersAsync(_scene.Installation.Id, "octo", "maintainers", Stop).ToListAsync(Stop));
        Assert.Equal(
            others.Prepend(_scene.Repository).Select(repository => new RepositoryRef(_scene.Installation.Id, repository.Id, repository.Owner, repository.Name)),
            await Reader.ListInstallationRepositoriesAsync(_scene.Installation.Id, Stop).ToListAsync(Stop));
    }

    private static Account AccountOf(SimulatedUser user) => new(user.Id, user.Login);
}
