using System.Collections.Concurrent;
using Octokit;

namespace CommunityBot.GitHub;

/// <summary>
/// The tokens by which the App speaks for an installation
/// (<see href="https://docs.github.com/rest/apps/apps#create-an-installation-access-token-for-an-app">valid for an hour</see>).
/// They live in memory only. <paramref name="app"/> speaks for the App itself.
/// </summary>
internal sealed class InstallationTokens(IConnection app, TimeProvider time)
{
    /// <summary>Longer than any request, and than the drift of a clock that is looked after, takes to use up a token.</summary>
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(5);

    // A lazy task an installation: whoever comes while it runs waits for the same answer.
    private readonly ConcurrentDictionary<long, Lazy<Task<TokenAnswer>>> _requests = new();

    /// <summary>
    /// A token of an installation that is not <paramref name="refused"/>, the one that GitHub has just refused. Throws as
    /// <see cref="IGitHubReader"/> describes; a suspended or deleted installation is a refusal.
    /// </summary>
    public async ValueTask<string> GetAsync(long installationId, string? refused, CancellationToken cancellationToken)
    {
        var known = Request(installationId);
        var token = await AwaitAsync(installationId, known, cancellationToken);
        if (token.Token != refused && time.GetUtcNow() < token.ExpiresAt - RenewBefore)
        {
            return token.Token;
        }

        Forget(installationId, known);
        return (await AwaitAsync(installationId, Request(installationId), cancellationToken)).Token;
    }

    private Lazy<Task<TokenAnswer>> Request(long installationId)
        => _requests.GetOrAdd(installationId, static (id, app) => new Lazy<Task<TokenAnswer>>(() => RequestAsync(app, id)), app);

    private static async Task<TokenAnswer> RequestAsync(IConnection app, long installationId)
        // Several callers share the request, so none of them may cancel it.
        => await app.SendAsync<TokenAnswer>(Addresses.Of(installationId, "/access_tokens"), body: null, CancellationToken.None);

    private async Task<TokenAnswer> AwaitAsync(long installationId, Lazy<Task<TokenAnswer>> request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.Value.WaitAsync(cancellationToken);
        }
        finally
        {
            if (request.Value.IsFaulted)
            {
                Forget(installationId, request);
            }
        }
    }

    // Only this very request: another caller may have replaced it already.
    private void Forget(long installationId, Lazy<Task<TokenAnswer>> request)
        => _requests.TryRemove(KeyValuePair.Create(installationId, request));
}
