using CommunityBot.GitHubSimulator;
using CommunityBot.Tests.Storage;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.IntegrationTests.Host;

/// <summary>A GitHub with one repository, <c>octo/hello</c>, and the bot installed on it.</summary>
public sealed class Scene : IAsyncDisposable
{
    private Scene(SimulatedGitHub github, Bot bot, FakeTimeProvider time)
    {
        (GitHub, Bot, Time) = (github, bot, time);
        Installation = github.AddInstallation("octo", time.GetUtcNow().AddDays(-30));
        Repository = github.AddRepository(Installation, "octo", "hello");
    }

    public SimulatedGitHub GitHub { get; }

    public Bot Bot { get; }

    public FakeTimeProvider Time { get; }

    public Installation Installation { get; }

    public SimulatedRepository Repository { get; }

    /// <summary>What was asked of GitHub about people and items: without tokens, the App's own questions and files; as method and last word of the path.</summary>
    public IReadOnlyList<string> Calls =>
        [.. GitHub.Requests.Where(request => !request.Path.StartsWith("/app", StringComparison.Ordinal) && !request.Path.Contains("/contents/", StringComparison.Ordinal))
            .Select(request => $"{request.Method} {request.Path[(request.Path.LastIndexOf('/') + 1)..]}")];

    public static async Task<Scene> StartAsync(params string[] settings)
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 24, 9, 0, 0, TimeSpan.Zero));
        var github = await SimulatedGitHub.StartAsync(new SimulatorOptions { Time = time, PrivateKeyPem = TestKey.Pem });
        return new(github, await Bot.StartAsync(github, time, settings: [.. await StorageAsync(), .. settings]), time);
    }

    /// <summary>The same on a PostgreSQL server of the tests' own.</summary>
    public static async Task<Scene> StartOnPostgresAsync() => await StartAsync(Postgres(await PostgresServer.NewDatabaseAsync()));

    // Most tests run on SQLite, which starts faster; CONTRIBUTING.md says how to run all of them on PostgreSQL.
    private static async Task<string[]> StorageAsync() =>
        Environment.GetEnvironmentVariable("COMMUNITYBOT_TESTS_ON") == "Postgres" ? Postgres(await PostgresServer.NewDatabaseAsync()) : [];

    private static string[] Postgres(string connectionString) => ["--Storage:Provider", "Postgres", "--ConnectionStrings:CommunityBot", connectionString];

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        await GitHub.DisposeAsync();
        GitHub.AssertNoUnknownRoutes();
    }

    public SimulatedItem OpenIssue(
        string login, string title = "It does not work", string association = "NONE", string? permission = null, string type = "User", DateTimeOffset? createdAt = null) =>
        GitHub.OpenIssue(Repository, Person(login, type, permission), title, association, createdAt);

    public SimulatedItem OpenDiscussion(
        string login, string title = "How is it done?", string association = "NONE", string? permission = null, string type = "User", DateTimeOffset? createdAt = null) =>
        GitHub.OpenDiscussion(Repository, Person(login, type, permission), title, association, createdAt);

    /// <summary>Has somebody answer a discussion, and its author mark that.</summary>
    public Task AnswerAsync(SimulatedItem discussion, string login, string association = "NONE", string? permission = null, string type = "User")
    {
        GitHub.Answer(discussion, Person(login, type, permission));
        return DeliverAsync(GitHub.Deliveries.DiscussionAnswered(discussion, association: association));
    }

    public SimulatedItem OpenPullRequest(string login, string type = "User", bool draft = false) =>
        GitHub.OpenPullRequest(Repository, Person(login, type, permission: null), draft: draft);

    /// <summary>Has a maintainer merge a pull request, and waits for what that leads to.</summary>
    public Task MergeAsync(SimulatedItem pull, string? message = null, SimulatedUser? by = null)
    {
        GitHub.Merge(pull, by ?? GitHub.AddUser("maintainer"), message);
        return DeliverAsync(GitHub.Deliveries.Closed(pull));
    }

    /// <summary>Has somebody close an item, and waits for what that leads to.</summary>
    public Task CloseAsync(SimulatedItem item, SimulatedUser by)
    {
        GitHub.Close(item, by);
        return DeliverAsync(GitHub.Deliveries.Closed(item));
    }

    /// <summary>Has somebody comment on anything that can be commented on, and waits for what that leads to.</summary>
    public async Task<SimulatedComment> CommentAsync(
        SimulatedItem item, string login, string body = "Like this.", string association = "NONE", string? permission = null, string type = "User")
    {
        var comment = GitHub.Comment(item, Person(login, type, permission), body, association);
        await DeliverAsync(GitHub.Deliveries.Commented(item, comment));
        return comment;
    }

    /// <summary>Has somebody review a pull request, and waits for what that leads to.</summary>
    public async Task<SimulatedReview> ReviewAsync(
        SimulatedItem pull, string login, string state = "approved", string? body = null, string association = "NONE", string? permission = null, string type = "User")
    {
        var review = GitHub.Review(pull, Person(login, type, permission), state, body, association);
        await DeliverAsync(GitHub.Deliveries.ReviewSubmitted(review));
        return review;
    }

    /// <summary>Has somebody push a commit to a pull request, and waits for what that leads to.</summary>
    public Task PushAsync(SimulatedItem pull, string login)
    {
        var by = GitHub.AddUser(login);
        return DeliverAsync(GitHub.Deliveries.Synchronized(pull, GitHub.Push(pull, by), by));
    }

    /// <summary>Has somebody put a label on an item, and waits for what that leads to.</summary>
    public Task LabelAsync(SimulatedItem item, string label, string login)
    {
        GitHub.AddLabel(item, label);
        return DeliverAsync(GitHub.Deliveries.Labeled(item, label, GitHub.AddUser(login)));
    }

    /// <summary>Has somebody take a label off an item, and waits for what that leads to.</summary>
    public Task UnlabelAsync(SimulatedItem item, string label, string login)
    {
        GitHub.RemoveLabel(item, label);
        return DeliverAsync(GitHub.Deliveries.Unlabeled(item, label, GitHub.AddUser(login)));
    }

    /// <summary>What the bot said on an item, of one moment.</summary>
    public IReadOnlyList<string> Said(SimulatedItem item, string moment) =>
        [.. item.Comments.Where(comment => comment.Author.Id == GitHub.Bot.Id).Select(comment => comment.Body).Where(body => body.Contains($"moment={moment} ", StringComparison.Ordinal))];

    /// <summary>Writes the config, and has GitHub tell of the push.</summary>
    public Task ConfigureAsync(string text)
    {
        Repository.Files[".github/community-bot.yml"] = text;
        return DeliverAsync(GitHub.Deliveries.Pushed(Repository, Repository.Files.Head.Sha));
    }

    /// <summary>Has GitHub answer the question for a permission with a status.</summary>
    public void RefusePermission(int status) => GitHub.Faults.Add(
        new(FaultKind.Status, (_, path) => path.EndsWith("/permission", StringComparison.Ordinal)) { Status = status, Message = "Resource not accessible by integration" });

    /// <summary>Has GitHub tell that an item was opened, and does not wait for what that leads to.</summary>
    public Task<int> SendAsync(SimulatedItem item) => Bot.DeliverAsync(GitHub.Deliveries.Opened(item));

    /// <summary>Has GitHub tell that an item was opened, and waits for what that leads to.</summary>
    public Task DeliverAsync(SimulatedItem item) => DeliverAsync(GitHub.Deliveries.Opened(item));

    /// <summary>Has GitHub send a delivery, and waits for what that leads to.</summary>
    public async Task DeliverAsync(SimulatedDelivery delivery)
    {
        Assert.Equal(202, await Bot.DeliverAsync(delivery));
        await Bot.SettledAsync();
    }

    private SimulatedUser Person(string login, string type, string? permission)
    {
        var person = GitHub.AddUser(login, type);
        if (permission is not null)
        {
            Repository.Roles[person.Id] = permission;
        }

        return person;
    }
}
