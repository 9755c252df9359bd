using System.Security.Cryptography;

namespace CommunityBot.Benchmarks.Servers;

/// <summary>Enough of a GitHub for a service that is asked nothing: no failed deliveries, and tokens for everybody.</summary>
public sealed class GitHubStub : IAsyncDisposable
{
    private readonly WebApplication app;

    private GitHubStub(WebApplication app, string privateKey)
    {
        this.app = app;
        PrivateKey = privateKey;
        ApiUrl = new Uri($"{app.Urls.First()}/");
    }

    public Uri ApiUrl { get; }

    public string PrivateKey { get; }

    public static async Task<GitHubStub> StartAsync()
    {
        using var key = RSA.Create(2048);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/app/hook/deliveries", () => Results.Json(Array.Empty<object>()));
        app.MapPost("/app/installations/{id}/access_tokens", () =>
            Results.Json(new { token = "ghs_benchmark", expires_at = TimeProvider.System.GetUtcNow().AddHours(1) }, statusCode: StatusCodes.Status201Created));
        await app.StartAsync();
        return new GitHubStub(app, key.ExportRSAPrivateKeyPem());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
