using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Features.Welcome;

public sealed class WelcomeTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Newcomer_is_welcomed_once_on_their_first_pull_request()
    {
        var pull = _scene.OpenPullRequest("newcomer");
        await _scene.DeliverAsync(pull);
        await _scene.DeliverAsync(pull);

        var comment = Assert.Single(pull.Comments);
        Assert.StartsWith("Hi @newcomer, thank you for your first pull request to hello.", comment.Body, StringComparison.Ordinal);
        Assert.EndsWith($"<!-- community-bot moment=welcome.first-pull-request key={_scene.Repository.Id}-{pull.Author!.Id} -->", comment.Body, StringComparison.Ordinal);
        Assert.Equal(["heart"], pull.Reactions.Select(reaction => reaction.Content));
    }

    [Fact]
    public async Task Newcomer_is_welcomed_on_their_first_issue()
    {
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);

        var comment = Assert.Single(issue.Comments);
        Assert.Contains("welcome to hello.", comment.Body, StringComparison.Ordinal);
        Assert.Contains("moment=welcome.first-issue", comment.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Greeting_costs_the_listing_the_permission_and_the_comment_beside_the_reaction()
    {
        // Who the installation is was asked for before; the token is shared by all.
        await _scene.DeliverAsync(_scene.OpenIssue("somebody-else"));
        var before = _scene.Calls.Count;

        await _scene.DeliverAsync(_scene.OpenIssue("newcomer"));

        Assert.Equal(["GET issues", "GET permission", "POST comments", "POST reactions"], _scene.Calls.Skip(before));
    }

    [Fact]
    public async Task Greeting_of_a_known_newcomer_costs_the_comment_alone()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("newcomer"));
        var before = _scene.Calls.Count;

        await _scene.DeliverAsync(_scene.OpenPullRequest("newcomer"));

        Assert.Equal(["POST comments", "POST reactions"], _scene.Calls.Skip(before));
    }

    [Fact]
    public async Task Later_items_cost_nothing()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("newcomer"));
        await _scene.DeliverAsync(_scene.OpenPullRequest("newcomer"));
        await _scene.DeliverAsync(_scene.OpenIssue("private-member", permission: "write"));
        var before = _scene.Calls.Count;

        await _scene.DeliverAsync(_scene.OpenIssue("newcomer"));
        await _scene.DeliverAsync(_scene.OpenPullRequest("newcomer"));
        await _scene.DeliverAsync(_scene.OpenIssue("private-member"));
        await _scene.DeliverAsync(_scene.OpenIssue("member", association: "MEMBER"));

        Assert.Empty(_scene.Calls.Skip(before));
    }

    [Fact]
    public async Task A_pull_request_of_an_insider_costs_one_question_for_what_it_changes()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("private-member", permission: "write"));
        var before = _scene.Calls.Count;

        await _scene.DeliverAsync(_scene.OpenPullRequest("private-member"));

        Assert.Equal(["GET files"], _scene.Calls.Skip(before));
    }

    [Theory]
    [InlineData("triage")]
    [InlineData("write")]
    [InlineData("maintain")]
    [InlineData("admin")]
    public async Task Private_member_is_not_greeted(string permission)
    {
        var issue = _scene.OpenIssue("private-member", association: "CONTRIBUTOR", permission: permission);
        await _scene.DeliverAsync(issue);

        Assert.Empty(issue.Comments);
        Assert.Empty(issue.Reactions);
    }

    [Theory]
    [InlineData("OWNER")]
    [InlineData("MEMBER")]
    [InlineData("COLLABORATOR")]
    public async Task Insider_by_association_is_not_greeted_and_nothing_is_asked(string association)
    {
        var issue = _scene.OpenIssue("insider", association: association);
        await _scene.DeliverAsync(issue);

        Assert.Empty(issue.Comments);
        Assert.DoesNotContain(_scene.Calls, call => call is "GET issues" or "GET permission");
    }

    [Theory]
    [InlineData("dependabot[bot]", "Bot")]
    [InlineData("Copilot", "Bot")]
    [InlineData("some-org", "Organization")]
    [InlineData("imported", "Mannequin")]
    [InlineData("ghost", "User")]
    public async Task What_is_no_person_is_not_greeted(string login, string type)
    {
        var pull = _scene.OpenPullRequest(login, type: type);
        await _scene.DeliverAsync(pull);

        Assert.Empty(pull.Comments);
    }

    [Fact]
    public async Task Veteran_with_more_items_than_fit_on_a_page_is_not_greeted()
    {
        // A hundred issues stand before the pull request that makes the veteran one.
        for (var i = 0; i < 120; i++)
        {
            _scene.OpenIssue("veteran");
        }

        _scene.OpenPullRequest("veteran");
        var pull = _scene.OpenPullRequest("veteran");
        await _scene.DeliverAsync(pull);

        Assert.Empty(pull.Comments);
    }

    [Fact]
    public async Task Who_had_a_pull_request_merged_is_not_greeted_on_a_first_issue()
    {
        _scene.GitHub.Merge(_scene.OpenPullRequest("contributor"));
        var issue = _scene.OpenIssue("contributor");
        await _scene.DeliverAsync(issue);

        Assert.Empty(issue.Comments);
    }

    [Fact]
    public async Task Second_pull_request_that_is_opened_while_the_first_is_open_is_not_greeted()
    {
        var first = _scene.OpenPullRequest("newcomer");
        var second = _scene.OpenPullRequest("newcomer");
        await _scene.DeliverAsync(second);
        await _scene.DeliverAsync(first);

        Assert.Single(first.Comments);
        Assert.Empty(second.Comments);
    }

    [Fact]
    public async Task Two_opened_in_the_same_instant_give_one_greeting()
    {
        var first = _scene.OpenPullRequest("newcomer");
        var second = _scene.OpenPullRequest("newcomer");
        await Task.WhenAll(_scene.SendAsync(second), _scene.SendAsync(first));
        await _scene.Bot.SettledAsync();

        Assert.Equal(1, first.Comments.Count + second.Comments.Count);
    }

    [Fact]
    public async Task Two_opened_in_the_same_instant_give_one_greeting_even_if_GitHub_lists_them_later()
    {
        _scene.GitHub.Faults.ReadLag = TimeSpan.FromMinutes(1);
        var first = _scene.OpenPullRequest("newcomer");
        var second = _scene.OpenPullRequest("newcomer");
        await Task.WhenAll(_scene.SendAsync(second), _scene.SendAsync(first));
        await _scene.Bot.SettledAsync();

        Assert.Equal(1, first.Comments.Count + second.Comments.Count);
    }

    [Fact]
    public async Task Transferred_issue_is_not_new()
    {
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.IssueTransferred(issue));

        Assert.Empty(issue.Comments);
    }

    [Fact]
    public async Task Replayed_body_under_another_delivery_id_changes_nothing()
    {
        var issue = _scene.OpenIssue("newcomer");
        var delivery = _scene.GitHub.Deliveries.Opened(issue);
        await _scene.DeliverAsync(delivery);
        var calls = _scene.Calls.Count;
        await _scene.Bot.DeliverAsync(delivery, id: Guid.NewGuid().ToString());
        await _scene.Bot.SettledAsync();

        Assert.Single(issue.Comments);
        Assert.Equal(calls, _scene.Calls.Count);
    }

    [Fact]
    public async Task Nothing_is_said_in_an_archived_repository()
    {
        var issue = _scene.OpenIssue("newcomer");
        _scene.Repository.Archived = true;
        await _scene.DeliverAsync(issue);

        Assert.Empty(issue.Comments);
        Assert.DoesNotContain("POST comments", _scene.Calls);
    }

    [Fact]
    public async Task Nothing_is_said_in_a_locked_conversation()
    {
        var issue = _scene.OpenIssue("newcomer");
        _scene.GitHub.Lock(issue);
        await _scene.DeliverAsync(issue);

        Assert.Empty(issue.Comments);
        Assert.DoesNotContain("POST comments", _scene.Calls);
    }

    [Fact]
    public async Task What_is_older_than_the_installation_is_left_alone()
    {
        var issue = _scene.OpenIssue("newcomer", createdAt: _scene.Installation.CreatedAt.AddMinutes(-1));
        await _scene.DeliverAsync(issue);

        Assert.Empty(issue.Comments);
    }

    [Fact]
    public async Task What_is_older_than_the_adding_of_the_repository_is_left_alone()
    {
        var old = _scene.OpenIssue("newcomer");
        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.RepositoriesAdded(_scene.Installation, _scene.Repository));
        await _scene.DeliverAsync(old);
        Assert.Empty(old.Comments);

        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        var fresh = _scene.OpenIssue("another");
        await _scene.DeliverAsync(fresh);
        Assert.Single(fresh.Comments);
    }

    [Fact]
    public async Task In_doubt_about_an_insider_it_stays_silent()
    {
        _scene.RefusePermission(403);
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);

        Assert.Empty(issue.Comments);
    }

    [Fact]
    public async Task Draft_is_greeted_when_it_is_opened()
    {
        var pull = _scene.OpenPullRequest("newcomer", draft: true);
        await _scene.DeliverAsync(pull);

        Assert.Single(pull.Comments);
    }

    [Fact]
    public async Task Login_that_had_another_owner_is_a_newcomer_again()
    {
        _scene.OpenPullRequest("reused");
        _scene.GitHub.Recreate("reused");
        var pull = _scene.OpenPullRequest("reused");
        await _scene.DeliverAsync(pull);

        Assert.Single(pull.Comments);
    }

    [Fact]
    public async Task Own_comments_and_reactions_lead_to_nothing()
    {
        var issue = _scene.OpenIssue("newcomer");
        await _scene.DeliverAsync(issue);
        await _scene.DeliverAsync(_scene.GitHub.Deliveries.Commented(issue, issue.Comments.Single()));

        Assert.Single(issue.Comments);
    }

    [Fact]
    public async Task Title_of_a_stranger_mentions_nobody()
    {
        var issue = _scene.OpenIssue("newcomer", title: "@everybody closes #1 <img src=x>");
        await _scene.DeliverAsync(issue);

        Assert.DoesNotContain("@everybody", Assert.Single(issue.Comments).Body, StringComparison.Ordinal);
    }
}
