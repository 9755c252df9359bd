using CommunityBot.Hosting;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Octokit;
using Octokit.Internal;

namespace CommunityBot.GitHub;

/// <summary>
/// Asks a GitHub for Apps while this service is none: for the one that was just made, and whether credentials are those of one. Calls fail as those of <see cref="IGitHubReader"/> do.
/// </summary>
public sealed class AppRegistry(IHttpMessageHandlerFactory handlers, TimeProvider time)
{
    /// <summary>
    /// Fetches an App that GitHub made <see href="https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest">from a manifest</see>, with all that it
    /// needs to be one. GitHub gives it once, within an hour; what is not complete is refused.
    /// </summary>
    /// <param name="gitHub">Where it was made.</param>
    /// <param name="code">What GitHub sent the browser back with.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<(RegisteredApp App, AppCredentials Credentials)> FetchNewAsync(GitHubOptions gitHub, string code, CancellationToken cancellationToken)
    {
        var address = new Uri($"app-manifests/{Uri.EscapeDataString(code)}/conversions", UriKind.Relative);
        var made = await Connect(gitHub, Credentials.Anonymous).SendAsync<NewAppAnswer>(address, body: null, cancellationToken);
        var key = PrivateKey.Normalise(made.Pem);
        if (made.Id <= 0 || key is null || string.IsNullOrEmpty(made.WebhookSecret))
        {
            throw new GitHubUnavailableException("GitHub's answer lacks what it should hold");
        }

        var signsIn = !string.IsNullOrEmpty(made.ClientId) && !string.IsNullOrEmpty(made.ClientSecret);
        var credentials = new AppCredentials
        {
            AppId = made.Id,
            PrivateKey = key,
            WebhookSecret = made.WebhookSecret,
            ClientId = signsIn ? made.ClientId : null,
            ClientSecret = signsIn ? made.ClientSecret : null,
            ApiUrl = gitHub.ApiUrl,
            ServerUrl = gitHub.ServerUrl,
        };
        return (Describe(made.Id, made.Slug, made.Name, made.Owner, made.Permissions, made.Events), credentials);
    }

    /// <summary>The App that credentials belong to, asked with them.</summary>
    public async Task<RegisteredApp> FindAsync(AppCredentials credentials, CancellationToken cancellationToken)
    {
        var options = new GitHubOptions { AppId = credentials.AppId, PrivateKey = credentials.PrivateKey, ApiUrl = credentials.ApiUrl };
        using var jwt = new AppJwt(Options.Create(options), time);
        var (app, _) = await Connect(options, new(jwt.Get(), AuthenticationType.Bearer)).ReadAsync<OwnAppAnswer>(Addresses.App, cancellationToken);
        return Describe(app.Id, app.Slug, app.Name, app.Owner, app.Permissions, app.Events);
    }

    private static RegisteredApp Describe(long id, string slug, string name, AccountAnswer? owner, Dictionary<string, string>? permissions, string[]? events) =>
        new(id, slug, name, owner?.Login ?? "", permissions ?? [], events ?? []);

    private Connection Connect(GitHubOptions gitHub, Credentials credentials) => new(
        GitHubConnections.Product,
        gitHub.ApiUrl,
        new InMemoryCredentialStore(credentials),
        new TimerlessHttpClient(() => new ResilienceHandler(RetryRules.Build(time)) { InnerHandler = handlers.CreateHandler(GitHubConnections.HandlerName) }),
        new AnswerSerializer());
}
