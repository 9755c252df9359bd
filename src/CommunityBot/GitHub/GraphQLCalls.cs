using System.Net;
using System.Text.Json.Nodes;

namespace CommunityBot.GitHub;

/// <summary>
/// Requests to GitHub's GraphQL interface, whose failures come out as <see cref="IGitHubReader"/> describes. They are answered with status 200 and
/// <see href="https://docs.github.com/graphql/overview/rate-limits-and-query-limits-for-the-graphql-api#exceeding-the-rate-limit">errors in the body</see>.
/// </summary>
internal sealed class GraphQLCalls(GitHubConnections connections, InstallationPauses pauses, TimeProvider time)
{
    /// <summary>Beside the root of the REST interface, at GitHub.com (<c>/</c>) and at an Enterprise Server (<c>/api/v3/</c>) alike.</summary>
    private static readonly Uri Address = new("../graphql", UriKind.Relative);

    /// <summary>Asks, or changes, something for an installation.</summary>
    /// <param name="installationId">The installation.</param>
    /// <param name="query">The operation, which has a name.</param>
    /// <param name="variables">Its variables.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<T> SendAsync<T>(long installationId, string query, JsonObject variables, CancellationToken cancellationToken)
        where T : class
    {
        var answer = await connections.For(installationId).SendAsync<GraphQLAnswer<T>>(Address, new GraphQLRequest(query, variables), cancellationToken);
        return answer switch
        {
            { Errors: [var first, ..] errors } => throw await TranslateAsync(installationId, first, string.Join("; ", errors.Select(error => error.Message))),
            { Data: { } data } => data,
            _ => throw new GitHubUnavailableException("GitHub's answer lacks what it should hold"),
        };
    }

    private async Task<Exception> TranslateAsync(long installationId, GraphQLError error, string messages) => error.Type switch
    {
        "RATE_LIMITED" or "RATE_LIMIT" => await LimitedAsync(installationId),
        _ when messages.Contains("secondary rate limit", StringComparison.OrdinalIgnoreCase) => await LimitedAsync(installationId),
        "NOT_FOUND" => new GitHubRefusedException(HttpStatusCode.NotFound, Calls.Shorten(messages)),
        "FORBIDDEN" or "INSUFFICIENT_SCOPES" => new GitHubRefusedException(HttpStatusCode.Forbidden, Calls.Shorten(messages)),

        // Asking for the same again is too much again.
        "UNPROCESSABLE" or "RESOURCE_LIMITS_EXCEEDED" or "MAX_NODE_LIMIT_EXCEEDED" => new GitHubRefusedException(HttpStatusCode.UnprocessableEntity, Calls.Shorten(messages)),
        _ => new GitHubUnavailableException($"GitHub's GraphQL failed: {Calls.Shorten(messages)}"),
    };

    // A limit whose end the headers name has paused the installation by now.
    private async Task<GitHubPausedException> LimitedAsync(long installationId)
    {
        if (pauses.PausedUntil(installationId) is null)
        {
            await pauses.PauseUnnamedAsync(installationId);
        }

        return new GitHubPausedException(installationId, pauses.PausedUntil(installationId) ?? time.GetUtcNow());
    }
}
