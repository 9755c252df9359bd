using Microsoft.AspNetCore.Http.Features;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Logs requests, puts GitHub's headers on the answers, and has faults strike.</summary>
internal sealed class FaultMiddleware(RequestDelegate next, SimulatedGitHub github)
{
    public async Task InvokeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value ?? "";
        if (path.StartsWith("/_simulator", StringComparison.Ordinal))
        {
            await next(http);
            return;
        }

        var installationId = github.Tokens.InstallationOf(http.Request);
        github.Faults.CountIfPaused(installationId);
        if (github.Faults.Latency > TimeSpan.Zero)
        {
            await Task.Delay(github.Faults.Latency, TimeProvider.System, http.RequestAborted);
        }

        var now = github.Time.GetUtcNow();
        http.Response.Headers["x-github-request-id"] = "0000:0000";
        http.Response.Headers["x-ratelimit-limit"] = "5000";
        http.Response.Headers["x-ratelimit-remaining"] = "4999";
        http.Response.Headers["x-ratelimit-reset"] = $"{now.AddHours(1).ToUnixTimeSeconds()}";
        http.Response.Headers["x-ratelimit-resource"] = "core";
        http.Response.Headers.Date = now.ToString("R");

        var status = 0;
        var fault = github.Faults.Strike(http.Request.Method, path);
        if (fault?.Kind is FaultKind.StatusAfterTheEffect or FaultKind.ResetAfterTheEffect or null)
        {
            status = await CarryOutAsync(http, discard: fault is not null);
        }

        if (fault is not null)
        {
            status = await StrikeAsync(http, fault, installationId);
        }

        github.Log(new(http.Request.Method, path, http.Request.QueryString.Value ?? "", installationId, status, now));
    }

    private async Task<int> CarryOutAsync(HttpContext http, bool discard)
    {
        if (!discard)
        {
            await next(http);
            return http.Response.StatusCode;
        }

        var answer = http.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        http.Features.Set<IHttpResponseBodyFeature>(new StreamResponseBodyFeature(Stream.Null));
        await next(http);
        http.Features.Set(answer);
        return http.Response.StatusCode;
    }

    private async Task<int> StrikeAsync(HttpContext http, Fault fault, long installationId)
    {
        if (fault.Kind is FaultKind.ResetBeforeTheEffect or FaultKind.ResetAfterTheEffect)
        {
            http.Abort();
            return 0;
        }

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
