using System.Security.Cryptography;

namespace CommunityBot.Benchmarks.Servers;

/// <summary>A GitHub that answers at once: everybody is new, every comment is taken, and all is counted.</summary>
public sealed class GitHubStub : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly TimeProvider time = TimeProvider.System;
    private long calls;
    private long comments;

    private GitHubStub()
    {
        using var key = RSA.Create(2048);
        PrivateKey = key.ExportRSAPrivateKeyPem();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        Map();
    }

    public Uri ApiUrl => new($"{app.Urls.First()}/");

    public string PrivateKey { get; }

    /// <summary>Requests so far, of whatever kind.</summary>
    public long Calls => Interlocked.Read(ref calls);

    /// <summary>Comments posted so far.</summary>
    public long Comments => Interlocked.Read(ref comments);

    public static async Task<GitHubStub> StartAsync()
    {
        var stub = new GitHubStub();
        await stub.app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private void Map()
    {
        app.Use((_, next) =>
        {
            Interlocked.Increment(ref calls);
            return next();
        });
        app.MapGet("/app/hook/deliveries", () => Results.Json(Array.Empty<object>()));
        app.MapGet("/app/installations/{id:long}", (long id) => Results.Json(new { id, created_at = time.GetUtcNow().AddDays(-1) }));
        app.MapPost("/app/installations/{id:long}/access_tokens", () => Created(new { token = "ghs_benchmark", expires_at = time.GetUtcNow().AddHours(1) }));
        app.MapGet("/repos/{owner}/{name}/issues", () => Results.Json(Array.Empty<object>()));
        app.MapGet("/repos/{owner}/{name}/collaborators/{login}/permission", () => Results.Json(new { permission = "read", role_name = "read" }));
        app.MapPost("/repos/{owner}/{name}/issues/{number:int}/reactions", () => Created(new { id = 1 }));
        app.MapPost("/repos/{owner}/{name}/issues/{number:int}/comments", () =>
            Created(new { html_url = $"{ApiUrl}comments/{Interlocked.Increment(ref comments)}" }));
    }

    private static IResult Created(object answer) => Results.Json(answer, statusCode: StatusCodes.Status201Created);
}
