using System.Collections.Concurrent;
using CommunityBot.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Octokit;
using Octokit.Internal;
using Polly;

namespace CommunityBot.GitHub;

/// <summary>
/// One Octokit connection for the App and one for each installation, kept, over one shared handler: making them anew each time
/// costs more than the requests. A request passes, from the outside in, through credentials, retries and limits.
/// </summary>
internal sealed class GitHubConnections
{
    /// <summary>Name of the shared handler.</summary>
    public const string HandlerName = "GitHub";

    /// <summary>Who asks.</summary>
    public static readonly Octokit.ProductHeaderValue Product =
        new("CommunityBot", typeof(GitHubConnections).Assembly.GetName().Version!.ToString(fieldCount: 3));

    private readonly ConcurrentDictionary<long, IConnection> _installations = new();
    private readonly HttpMessageHandler _shared;
    private readonly ResiliencePipeline<HttpResponseMessage> _retries;
    private readonly RequestBudget _budget;
    private readonly InstallationTokens _tokens;
    private readonly Uri _apiUrl;
    private readonly TimeProvider _time;

    public GitHubConnections(IHttpMessageHandlerFactory handlers, AppJwt jwt, RequestBudget budget, IOptions<GitHubOptions> options, TimeProvider time)
    {
        _shared = handlers.CreateHandler(HandlerName);
        _retries = RetryRules.Build(time);
        _budget = budget;
        _apiUrl = options.Value.ApiUrl;
        _time = time;
        App = Connect(InstallationPauses.AppItself, (_, _) => ValueTask.FromResult(jwt.Get()));
        _tokens = new InstallationTokens(App, time);
    }

    /// <summary>Speaks for the App itself.</summary>
    public IConnection App { get; }

    /// <summary>Speaks for an installation.</summary>
    public IConnection For(long installationId)
        => _installations.GetOrAdd(
            installationId,
            static (id, self) => self.Connect(id, (refused, cancellationToken) => self._tokens.GetAsync(id, refused, cancellationToken)),
            this);

    private Connection Connect(long installationId, TokenSource tokens)
        // Not by way of GitHubClient, which puts a second /api/v3/ behind the address of an Enterprise Server.
        => new(Product, _apiUrl, new InMemoryCredentialStore(Credentials.Anonymous), new TimerlessHttpClient(() => Pipeline(installationId, tokens)), new AnswerSerializer());

    private CredentialsHandler Pipeline(long installationId, TokenSource tokens)
        => new(installationId, tokens, _budget, _apiUrl)
        {
            InnerHandler = new ResilienceHandler(_retries)
            {
                InnerHandler = new LimitHandler(installationId, _budget, _time) { InnerHandler = _shared },
            },
        };
}
