using Microsoft.AspNetCore.Http.Features;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Logs requests, puts GitHub's headers on the answers, and has faults strike.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, SimulatedGitHub github)
{
    private static readonly Fault Suspended = new(FaultKind.Status, (_, _) => true) { Status = 403, Message = "This installation has been suspended" };

    public async Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.StartsWith("/_simulator", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        path = await GraphQL.PathOfAsync(http.Request);
        var installationId = github.Tokens.InstallationOf(http.Request);
        github.Faults.CountIfPaused(installationId);
        if (AccessTokens.Bearer(http.Request) is { } token)
        {
            github.LogShown(token);
        }

        var now = github.Time.GetUtcNow();
        http.Response.Headers["x-github-request-id"] = "0000:0000";
        var resource = path.StartsWith("/graphql", StringComparison.Ordinal) ? "graphql" : "core";
        var (remaining, reset) = github.Limits.Take(installationId, resource);
        http.Response.Headers["x-ratelimit-limit"] = $"{github.Limits.PerHour}";
        http.Response.Headers["x-ratelimit-remaining"] = $"{Math.Max(0, remaining)}";
        http.Response.Headers["x-ratelimit-reset"] = $"{reset.ToUnixTimeSeconds()}";
        http.Response.Headers["x-ratelimit-resource"] = resource;
        http.Response.Headers.Date = now.ToString("R");

        github.Limits.Enter(installationId);
        int status;
        try
        {
            if (github.Faults.Latency > TimeSpan.Zero)
            {
                await Task.Delay(github.Faults.Latency, github.Time, http.RequestAborted);
            }

            status = IsSuspended(installationId) ? await RefuseAsync(http, Suspended, installationId)
                : remaining < 0 ? await RefuseAsync(http, Fault.PrimaryLimit((_, _) => true, reset), installationId)
                : github.Faults.Strike(http.Request.Method, path) is { } fault ? await StrikeAsync(http, fault, installationId)
                : await CarryOutAsync(http);
        }
        finally
        {
            github.Limits.Leave(installationId);
        }

        github.Log(new(http.Request.Method, path, http.Request.QueryString.Value ?? "", installationId, status, now));
    }

    private bool IsSuspended(long installationId) => github.Installations.GetValueOrDefault(installationId)?.Suspended == true;

    private async Task<int> CarryOutAsync(HttpContext http)
    {
        await next(http);
        return http.Response.StatusCode;
    }

    /// <summary>Carries a request out and keeps the answer back.</summary>
    private async Task<MemoryStream> CarryOutUnansweredAsync(HttpContext http)
    {
        var kept = new MemoryStream();
        var answer = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(kept));
        await next(http);
        http.Features.Set(answer);
        kept.Position = 0;
        return kept;
    }

    private async Task<int> StrikeAsync(HttpContext http, Fault fault, long installationId)
    {
        switch (fault.Kind)
        {
            case FaultKind.SlowBeforeTheEffect:
                await fault.Striking();
                await Task.Delay(fault.Delay, TimeProvider.System, http.RequestAborted);
                return await CarryOutAsync(http);
            case FaultKind.SlowAfterTheEffect:
                await using (var kept = await CarryOutUnansweredAsync(http))
                {
                    await Task.Delay(fault.Delay, TimeProvider.System, http.RequestAborted);
                    await kept.CopyToAsync(http.Response.Body, http.RequestAborted);
                    return http.Response.StatusCode;
                }

            case FaultKind.ResetBeforeTheEffect:
                await fault.Striking();
                http.Abort();
                return 0;
            case FaultKind.ResetAfterTheEffect:
                await (await CarryOutUnansweredAsync(http)).DisposeAsync();
                await fault.Striking();
                http.Abort();
                return 0;
            case FaultKind.StatusAfterTheEffect:
                await (await CarryOutUnansweredAsync(http)).DisposeAsync();
                return await RefuseAsync(http, fault, installationId);
            default:
                return await RefuseAsync(http, fault, installationId);
        }
    }

    private async Task<int> RefuseAsync(HttpContext http, Fault fault, long installationId)
    {
        http.Response.Clear();
        http.Response.StatusCode = fault.Status;
        http.Response.Headers.Date = github.Time.GetUtcNow().ToString("R");
        foreach (var (name, value) in fault.Headers)
        {
            http.Response.Headers[name] = value;
        }

        github.Faults.Pause(installationId, fault.Headers);
        await http.Response.WriteAsJsonAsync(new { message = fault.Message, documentation_url = "https://docs.github.com/rest" });
        return fault.Status;
    }
}
