using System.Collections.Concurrent;
using CommunityBot.GitHubSimulator.Rest;
using CommunityBot.GitHubSimulator.Webhooks;

namespace CommunityBot.GitHubSimulator;

/// <summary>A GitHub with a state, over HTTP. What it does not know fails the test that asks for it.</summary>
public sealed partial class SimulatedGitHub : IAsyncDisposable
{
    private readonly SimulatorOptions _options;
    private readonly ConcurrentQueue<SimulatedApp> _apps = new();
    private readonly ConcurrentDictionary<string, SimulatedUser> _users = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<LoggedRequest> _requests = new();
    private readonly ConcurrentQueue<string> _unknown = new();
    private readonly ConcurrentDictionary<string, bool> _shown = new();
    private readonly ConcurrentDictionary<string, long> _found = new(StringComparer.OrdinalIgnoreCase);
    private WebApplication? _app;
    private long _lastId = 1_000;

    private SimulatedGitHub(SimulatorOptions options)
    {
        _options = options;
        App = new(options.PrivateKeyPem)
        {
            Id = options.AppId,
            Slug = options.Slug,
            Name = "CommunityBot",
            Owner = "community-bot",
            Bot = AddUser($"{options.Slug}[bot]", "Bot"),
            WebhookSecret = options.WebhookSecret,
        };
        _apps.Enqueue(App);
        Faults = new(options.Time, options.Seed);
        Limits = new(options.Time);
        Tokens = new(this);
        Deliveries = new(this);
        Sender = new(this);
        Hook = new(this);
        Manifests = new(this);
    }

    public TimeProvider Time => _options.Time;

    /// <summary>The App: the one of the options, until a manifest makes another.</summary>
    public SimulatedApp App { get; private set; }

    public long AppId => App.Id;

    public string Slug => App.Slug;

    public string WebhookSecret => App.WebhookSecret;

    public string PrivateKeyPem => App.PrivateKeyPem;

    /// <summary>The account that the App's comments are by.</summary>
    public SimulatedUser Bot => App.Bot;

    public Faults Faults { get; }

    /// <summary>What it grants of requests.</summary>
    public RequestLimits Limits { get; }

    /// <summary>The state of the GraphQL interface.</summary>
    public GraphQLState GraphQL { get; } = new();

    /// <summary>Makes the bodies of deliveries.</summary>
    public DeliveryBodies Deliveries { get; }

    /// <summary>What was brought to the App, and can be asked for again.</summary>
    public AttemptLog Hook { get; }

    public Uri ApiUrl => new(_app!.Urls.First() + "/");

    public IReadOnlyCollection<LoggedRequest> Requests => _requests;

    /// <summary>Every token that it was shown, the App's own and those of installations.</summary>
    public ICollection<string> Shown => _shown.Keys;

    /// <summary>Requests of an installation that count against its limit: who has an answer already gets it for nothing.</summary>
    public int Charged(Installation installation) => _requests.Count(request => request.InstallationId == installation.Id && request.Status is not (0 or 304));

    public ConcurrentDictionary<long, Installation> Installations { get; } = new();

    public ConcurrentDictionary<long, SimulatedRepository> Repositories { get; } = new();

    internal AccessTokens Tokens { get; }

    internal Manifests Manifests { get; }

    private DeliverySender Sender { get; }

    /// <summary>Starts one.</summary>
    public static async Task<SimulatedGitHub> StartAsync(SimulatorOptions? options = null)
    {
        var github = new SimulatedGitHub(options ?? new());
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange", "false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(github._options.Url);
        github._app = builder.Build();
        github._app.UseMiddleware<FaultMiddleware>(github);
        github._app.UseMiddleware<ETagMiddleware>();
        Routes.Map(github._app, github);
        Rest.GraphQL.Map(github._app, github.GraphQL, github);
        ControlRoutes.Map(github._app, github);
        await github._app.StartAsync();
        return github;
    }

    public Installation AddInstallation(string account, DateTimeOffset? createdAt = null)
    {
        var installation = new Installation(NextId(), AddUser(account, "Organization"), createdAt ?? Time.GetUtcNow());
        return Installations[installation.Id] = installation;
    }

    public SimulatedRepository AddRepository(Installation installation, string owner, string name, bool isPrivate = false)
    {
        var repository = Add(new(NextId(), installation, isPrivate) { Owner = owner, Name = name, Files = new(Time) });
        AddUsualCategories(repository);
        return repository;
    }

    public SimulatedRepository? FindRepository(string owner, string name)
    {
        // Where it was found last, if it still has the name: of thousands, only the first search for each goes through all.
        if (_found.TryGetValue($"{owner}/{name}", out var last) && Repositories.TryGetValue(last, out var known) && IsNamed(known))
        {
            return known;
        }

        var found = Repositories.Select(entry => entry.Value).FirstOrDefault(IsNamed);
        if (found is not null)
        {
            _found[$"{owner}/{name}"] = found.Id;
        }

        return found;

        bool IsNamed(SimulatedRepository repository) =>
            repository.Owner.Equals(owner, StringComparison.OrdinalIgnoreCase) && repository.Name.Equals(name, StringComparison.OrdinalIgnoreCase);
    }

    public SimulatedItem OpenIssue(SimulatedRepository repository, SimulatedUser author, string title = "It does not work", string association = "NONE", DateTimeOffset? createdAt = null) =>
        Open(repository, author, false, title, association, createdAt, draft: false);

    /// <summary>Opens a pull request; from a fork if one is given, and from a branch of the repository otherwise.</summary>
    public SimulatedItem OpenPullRequest(
        SimulatedRepository repository, SimulatedUser author, string title = "Make it work", string association = "NONE", bool draft = false, SimulatedRepository? head = null) =>
        Open(repository, author, true, title, association, createdAt: null, draft, head ?? repository);

    /// <summary>A label of a repository, with the grey that GitHub gives to a new one.</summary>
    public SimulatedLabel AddLabel(SimulatedRepository repository, string name, string color = "ededed", string? description = null) =>
        repository.Labels.GetOrAdd(name, _ => new(NextId(), name, color, description));

    /// <summary>Deletes an issue; a pull request cannot be deleted.</summary>
    public static void Delete(SimulatedItem issue) => issue.Deleted = true;

    public void Delete(SimulatedRepository repository) => Repositories.TryRemove(repository.Id, out _);

    /// <summary>Sends a delivery, signed, and returns the status that it was answered with.</summary>
    public Task<int> SendAsync(SimulatedDelivery delivery, Uri endpoint, string? id = null, string? secret = null)
    {
        Hook.Endpoint = endpoint;
        return Hook.LogAsync(id is null ? delivery : delivery with { Id = id }, isRedelivery: false, () => Sender.SendAsync(delivery, endpoint, id, secret));
    }

    internal Task<int> RedeliverAsync(SimulatedDelivery delivery, Uri endpoint) =>
        Hook.LogAsync(delivery, isRedelivery: true, () => Sender.SendAsync(delivery, endpoint, id: null, secret: null));

    /// <summary>Makes all tokens bad, as when somebody revokes them.</summary>
    public void RevokeTokens() => Tokens.RevokeAll();

    /// <summary>A token of an installation, for a test that asks by itself.</summary>
    public string IssueToken(Installation installation) => Tokens.Issue(installation.Id).Token;

    /// <summary>Throws if something was asked that this GitHub does not know.</summary>
    public void AssertNoUnknownRoutes()
    {
        if (!_unknown.IsEmpty)
        {
            throw new InvalidOperationException($"The simulator does not know: {string.Join(", ", _unknown.Distinct())}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        Sender.Dispose();
        if (_app is not null)
        {
            await _app.DisposeAsync();
        }

        foreach (var app in _apps)
        {
            app.Dispose();
        }
    }

    /// <summary>Makes an App the one that is known.</summary>
    internal void Register(SimulatedApp app)
    {
        _apps.Enqueue(app);
        App = app;
    }

    internal long NextId() => Interlocked.Increment(ref _lastId);

    internal void Log(LoggedRequest request) => _requests.Enqueue(request);

    internal void LogShown(string token) => _shown[token] = true;

    internal void LogUnknown(string route) => _unknown.Enqueue(route);

    private SimulatedItem Open(
        SimulatedRepository repository, SimulatedUser author, bool isPullRequest, string title, string association, DateTimeOffset? createdAt, bool draft,
        SimulatedRepository? head = null)
    {
        lock (repository.Items)
        {
            var number = repository.LastNumber + 1;
            var item = new SimulatedItem(repository, number, isPullRequest)
            {
                Id = NextId(),
                HeadRepository = head,
                HeadRef = isPullRequest ? $"fix-{number}" : "",
                BaseRef = isPullRequest ? repository.DefaultBranch : "",
                BaseSha = isPullRequest ? repository.Files.Head.Sha : "",
                Author = author,
                Title = title,
                Body = isPullRequest ? "What this changes, and why." : "What I did, what I expected, what I saw.",
                Association = association,
                CreatedAt = createdAt ?? Time.GetUtcNow(),
                Draft = draft,
            };
            if (head is not null)
            {
                head.Files.Point($"refs/heads/{item.HeadRef}", item.BaseSha);
                Commit(item, new Dictionary<string, string?>());
            }

            return repository.Items[item.Number] = item;
        }
    }
}
