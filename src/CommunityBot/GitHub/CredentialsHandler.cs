using System.Net;
using System.Net.Http.Headers;

namespace CommunityBot.GitHub;

/// <summary>Gives a token that is not the refused one, if there is a refused one and another can be had.</summary>
internal delegate ValueTask<string> TokenSource(string? refused, CancellationToken cancellationToken);

/// <summary>
/// Signs requests with the token of an installation, or of the App (0). A request that GitHub refuses with 401 is sent once more
/// with a new token: nothing was done, so that holds for writes too. So many go out at once, and the others wait.
/// </summary>
internal sealed class CredentialsHandler(long installationId, TokenSource tokens, RequestBudget budget, Uri apiUrl) : DelegatingHandler
{
    /// <summary>The version of the API that the requests and answers in this folder are written for.</summary>
    private const string ApiVersion = "2022-11-28";

    /// <summary>
    /// Requests at once. <see href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits">GitHub allows 100</see>,
    /// so three replicas stay below it together.
    /// </summary>
    private const int MostAtOnce = 30;

    private readonly SemaphoreSlim _room = new(MostAtOnce);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Uri.Compare(request.RequestUri, apiUrl, UriComponents.SchemeAndServer, UriFormat.Unescaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            // Octokit follows redirects and takes the token off for another host; it must not be put on again here.
            throw new GitHubRefusedException(HttpStatusCode.Redirect, "redirected to another host");
        }

        await _room.WaitAsync(cancellationToken);
        try
        {
            // Asking for a token is a request for the installation too.
            budget.ThrowIfPaused(installationId);
            request.Headers.TryAddWithoutValidation("X-GitHub-Api-Version", ApiVersion);
            return await SendSignedAsync(request, cancellationToken);
        }
        finally
        {
            _room.Release();
        }
    }

    protected override void Dispose(bool disposing)
    {
        _room.Dispose();
        base.Dispose(disposing);
    }

    private async Task<HttpResponseMessage> SendSignedAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var token = await tokens(null, cancellationToken);
        var answer = await SendAsync(request, token, cancellationToken);
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
        {
            return answer;
        }

        var renewed = await tokens(token, cancellationToken);
        if (renewed == token)
        {
            return answer;
        }

        answer.Dispose();
        // The same message may go out again: its content is a buffer, which starts from its beginning each time.
        return await SendAsync(request, renewed, cancellationToken);
    }

    private Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, string token, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return base.SendAsync(request, cancellationToken);
    }
}
