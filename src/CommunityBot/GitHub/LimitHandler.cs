using System.Net;

namespace CommunityBot.GitHub;

/// <summary>
/// Sends nothing while an installation is to wait, and has it wait when GitHub says so; both throw
/// <see cref="GitHubPausedException"/>. It stands inside the retries, so a pause ends those too.
/// </summary>
internal sealed class LimitHandler(long installationId, RequestBudget budget, TimeProvider time) : DelegatingHandler
{
    /// <summary>A full page of the longest comments, 100 of 65,536 characters, stays below it; nothing that is asked for is larger.</summary>
    private const long LargestAnswer = 32 * 1024 * 1024;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await budget.EnterAsync(installationId, request);
        var answer = await base.SendAsync(request, cancellationToken);
        try
        {
            // Octokit reads bodies without a token, so one that stalls would hang for ever; here the time-out still counts.
            await answer.Content.LoadIntoBufferAsync(LargestAnswer, cancellationToken);
            if (await IsLimitAsync(answer, cancellationToken))
            {
                throw new GitHubPausedException(installationId, budget.Pauses.PausedUntil(installationId) ?? time.GetUtcNow());
            }

            return answer;
        }
        catch
        {
            answer.Dispose();
            throw;
        }
    }

    private async Task<bool> IsLimitAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        if (RateLimit.ReserveWait(answer, time.GetUtcNow()) is { } reset)
        {
            budget.Pauses.Reserve(installationId, reset);
        }

        var refused = answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests;
        if (RateLimit.NamedWait(answer, time.GetUtcNow()) is { } until)
        {
            // Also an answer that succeeded may have been the last one allowed.
            await budget.Pauses.PauseAsync(installationId, until);
            return refused;
        }

        if (refused && RateLimit.IsUnnamed(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken)))
        {
            await budget.Pauses.PauseUnnamedAsync(installationId);
            return true;
        }

        return false;
    }
}
