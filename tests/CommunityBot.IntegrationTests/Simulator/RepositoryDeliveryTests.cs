using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;
using CommunityBot.GitHubSimulator.Webhooks;
using Octokit.Webhooks;
using Octokit.Webhooks.Events;
using Octokit.Webhooks.Events.Installation;
using Octokit.Webhooks.Events.InstallationRepositories;
using Octokit.Webhooks.Events.Issues;
using Octokit.Webhooks.Events.PullRequest;
using Octokit.Webhooks.Events.Repository;

namespace CommunityBot.IntegrationTests.Simulator;

/// <summary>What deliveries tell of repositories, read by the library with all that it demands.</summary>
public sealed class RepositoryDeliveryTests : IAsyncLifetime
{
    private Caller _caller = null!;

    private SimulatedGitHub GitHub => _caller.GitHub;

    private SimulatedRepository Repository => _caller.Repository;

    public async ValueTask InitializeAsync() => _caller = await Caller.StartAsync();

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public void A_push_tells_its_commits_and_their_files()
    {
        var before = GitHub.PutFile(Repository, "old.md", "old\n");
        var first = GitHub.PutFile(Repository, ".github/communitybot.yml", "version: 1\n");
        var person = GitHub.AddUser("maintainer");
        var last = GitHub.Commit(Repository, new Dictionary<string, string?> { ["old.md"] = null, [".github/communitybot.yml"] = "version: 2\n" }, message: "Change", author: person);

        var push = Read<PushEvent>(GitHub.Deliveries.Pushed(Repository, last, before, pusher: person));

        Assert.Equal(("refs/heads/main", before, last), (push.Ref, push.Before, push.After));
        Assert.Equal((false, false, false), (push.Created, push.Deleted, push.Forced));
        Assert.Equal([first, last], push.Commits.Select(commit => commit.Id));
        Assert.Equal([".github/communitybot.yml"], push.Commits[0].Added);
        Assert.Equal([".github/communitybot.yml"], push.Commits[1].Modified);
        Assert.Equal(["old.md"], push.Commits[1].Removed);
        Assert.Equal((last, Repository.Files.Head.Tree, "Change"), (push.HeadCommit?.Id, push.HeadCommit?.TreeId, push.HeadCommit?.Message));
        Assert.Equal(("maintainer", "maintainer", "maintainer"), (push.Pusher.Name, push.Sender?.Login, push.HeadCommit?.Author.Username));
        Assert.Equal((Repository.Id, _caller.Installation.Id), (push.Repository?.Id, push.Installation?.Id));
    }

    /// <summary>Dates of repositories are numbers here, and words everywhere else.</summary>
    [Fact]
    public void A_push_tells_its_repository_in_its_own_way()
    {
        var delivery = GitHub.Deliveries.Pushed(Repository, GitHub.PutFile(Repository, "file", "one"));

        var push = JsonNode.Parse(delivery.Body)!.AsObject();
        Assert.Equal("push", delivery.Event);
        Assert.False(push.ContainsKey("action"));
        var repository = push["repository"]!;
        Assert.Equal((JsonValueKind.Number, JsonValueKind.Number, JsonValueKind.String), (Kind("created_at"), Kind("pushed_at"), Kind("updated_at")));
        Assert.Equal(("octo", "main", "octo"), ($"{repository["owner"]!["name"]}", $"{repository["master_branch"]}", $"{repository["organization"]}"));
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero), Read<PushEvent>(delivery).Repository!.CreatedAt);

        JsonValueKind Kind(string name) => repository[name]!.GetValueKind();
    }

    [Fact]
    public void Branches_come_and_go_and_are_rewritten()
    {
        var main = GitHub.PutFile(Repository, "file", "one");
        var draft = GitHub.PutFile(Repository, "file", "two", branch: "draft");
        Repository.Files.Point("refs/heads/draft", main);
        var rewritten = GitHub.PutFile(Repository, "file", "three", branch: "draft");

        var made = Read<PushEvent>(GitHub.Deliveries.Pushed(Repository, draft, DeliveryBodies.NoCommit, "draft"));
        var forced = Read<PushEvent>(GitHub.Deliveries.Pushed(Repository, rewritten, draft, "draft", forced: true));
        var gone = Read<PushEvent>(GitHub.Deliveries.BranchDeleted(Repository, "draft", rewritten));
        var tag = Read<PushEvent>(GitHub.Deliveries.TagPushed(Repository, "v1", main));

        Assert.Equal(("refs/heads/draft", true, DeliveryBodies.NoCommit, draft), (made.Ref, made.Created, made.Before, Assert.Single(made.Commits).Id));
        Assert.Equal((true, rewritten), (forced.Forced, Assert.Single(forced.Commits).Id));
        Assert.Equal((true, DeliveryBodies.NoCommit, null, 0), (gone.Deleted, gone.After, gone.HeadCommit, gone.Commits.Count));
        Assert.Equal(("refs/tags/v1", main, 0), (tag.Ref, tag.HeadCommit?.Id, tag.Commits.Count));
    }

    [Fact]
    public void A_pull_request_is_pushed_to_closed_and_reopened()
    {
        var newcomer = GitHub.AddUser("newcomer");
        var pull = GitHub.OpenPullRequest(Repository, newcomer, head: GitHub.Fork(Repository, newcomer));
        var before = pull.HeadSha;
        var after = GitHub.PutFile(pull, ".github/communitybot.yml", "version: 1\n");

        var pushed = Read<PullRequestSynchronizeEvent>(GitHub.Deliveries.Synchronized(pull, before));
        GitHub.Close(pull);
        var closed = Read<PullRequestClosedEvent>(GitHub.Deliveries.Closed(pull));
        SimulatedGitHub.Reopen(pull);
        var reopened = Read<PullRequestReopenedEvent>(GitHub.Deliveries.Reopened(pull));

        Assert.Equal((before, after, after), (pushed.Before, pushed.After, pushed.PullRequest.Head.Sha));
        Assert.Equal(("newcomer/hello", "octo/hello"), (pushed.PullRequest.Head.Repo?.FullName, pushed.PullRequest.Base.Repo.FullName));
        Assert.Equal(("closed", false), (closed.PullRequest.State?.StringValue, closed.PullRequest.Merged));
        Assert.Equal("open", reopened.PullRequest.State?.StringValue);
        Assert.Equal("reopened", Read<IssuesReopenedEvent>(GitHub.Deliveries.Reopened(GitHub.OpenIssue(Repository, newcomer))).Action);
    }

    [Fact]
    public void A_repository_is_renamed_transferred_edited_and_archived()
    {
        GitHub.Rename(Repository, "welcome");
        var renamed = Read<RepositoryRenamedEvent>(GitHub.Deliveries.RepositoryRenamed(Repository, "hello"));
        Assert.Equal(("hello", "octo/welcome"), (renamed.Changes?.Repository?.Name?.From, renamed.Repository?.FullName));

        GitHub.Transfer(Repository, "elsewhere", GitHub.AddInstallation("elsewhere"));
        var delivery = GitHub.Deliveries.RepositoryTransferred(Repository, GitHub.FindUser("octo")!);
        Assert.Equal("elsewhere/welcome", Read<RepositoryTransferredEvent>(delivery).Repository?.FullName);

        // The library does not know that an owner may be an organization.
        Assert.Equal("octo", $"{JsonNode.Parse(delivery.Body)!["changes"]!["owner"]!["from"]!["organization"]!["login"]}");
        var person = Read<RepositoryTransferredEvent>(GitHub.Deliveries.RepositoryTransferred(Repository, GitHub.AddUser("somebody")));
        Assert.Equal("somebody", person.Changes?.Owner?.From?.User?.Login);

        Repository.DefaultBranch = "trunk";
        var edited = Read<RepositoryEditedEvent>(GitHub.Deliveries.RepositoryEdited(Repository, "main"));
        Assert.Equal(("main", "trunk"), (edited.Changes?.DefaultBranch?.From, edited.Repository?.DefaultBranch));

        Repository.Archived = true;
        Assert.True(Read<RepositoryArchivedEvent>(GitHub.Deliveries.RepositoryArchived(Repository)).Repository?.Archived);
        Repository.Archived = false;
        Assert.False(Read<RepositoryUnarchivedEvent>(GitHub.Deliveries.RepositoryUnarchived(Repository)).Repository?.Archived);
        Assert.Equal("deleted", Read<RepositoryDeletedEvent>(GitHub.Deliveries.RepositoryDeleted(Repository)).Action);
    }

    [Fact]
    public void An_installation_gets_and_loses_repositories_and_grants_more()
    {
        var added = Read<InstallationRepositoriesAddedEvent>(GitHub.Deliveries.RepositoriesAdded(_caller.Installation, Repository));
        var removed = Read<InstallationRepositoriesRemovedEvent>(GitHub.Deliveries.RepositoriesRemoved(_caller.Installation, Repository));
        var accepted = Read<InstallationNewPermissionsAcceptedEvent>(GitHub.Deliveries.PermissionsAccepted(_caller.Installation));

        Assert.Equal(("octo/hello", "octo/hello"), (Assert.Single(added.RepositoriesAdded).FullName, Assert.Single(removed.RepositoriesRemoved).FullName));
        Assert.Equal("write", accepted.Installation.Permissions?.Checks?.StringValue);
    }

    private static TEvent Read<TEvent>(SimulatedDelivery delivery)
        where TEvent : WebhookEvent => JsonSerializer.Deserialize<TEvent>(delivery.Body)!;
}
