using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Tests.GitHub;

/// <summary>A GitHub that says what a test tells it to, over real HTTP, and remembers what it was asked.</summary>
internal sealed class StubGitHub : IAsyncDisposable
{
    /// <summary>Milliseconds after which a test that waits for what never comes has failed; one that passes takes none of them.</summary>
    public const int Hang = 30_000;

    private readonly WebApplication _server;
    private readonly ConcurrentQueue<Asked> _asked = new();
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task>> _routes = new();

    private StubGitHub(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.Single() + "/");

    public IReadOnlyList<Asked> Requests => [.. _asked];

    public static async Task<StubGitHub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(["--hostBuilder:reloadConfigOnChange", "false"]);
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new StubGitHub(builder.Build());
        stub._server.Run(stub.AnswerAsync);
        await stub._server.StartAsync(TestContext.Current.CancellationToken);
        return stub;
    }

    /// <summary>Answers a route ("GET /path") in turn; the last answer is repeated.</summary>
    public void On(string route, params Func<HttpContext, Task>[] answers)
    {
        var turn = -1;
        _routes[route] = context => answers[Math.Min(Interlocked.Increment(ref turn), answers.Length - 1)](context);
    }

    /// <summary>The requests of a route, oldest first.</summary>
    public IReadOnlyList<Asked> To(string route) => [.. _asked.Where(asked => asked.Route == route)];

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    /// <summary>An answer with a status, a JSON body and headers ("name: value").</summary>
    public static Func<HttpContext, Task> Say(int status, string body = "", params string[] headers) => async context =>
    {
        context.Response.StatusCode = status;
        foreach (var header in headers)
        {
            var (name, value) = (header[..header.IndexOf(':', StringComparison.Ordinal)], header[(header.IndexOf(':', StringComparison.Ordinal) + 2)..]);
            context.Response.Headers[name] = value;
        }

        if (body.Length > 0)
        {
            context.Response.ContentType = "application/json; charset=utf-8";
            await context.Response.WriteAsync(body);
        }
    };

    /// <summary>The connection breaks without an answer.</summary>
    public static Func<HttpContext, Task> HangUp() => context =>
    {
        context.Abort();
        return Task.CompletedTask;
    };

    /// <summary>No answer ever comes; <paramref name="meanwhile"/> happens first.</summary>
    public static Func<HttpContext, Task> Stall(Action meanwhile) => context =>
    {
        meanwhile();
        return Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, context.RequestAborted).ContinueWith(
            _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
    };

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var asked = new Asked(
            string.Create(CultureInfo.InvariantCulture, $"{context.Request.Method} {context.Request.Path}"),
            context.Request.QueryString.Value ?? "",
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            await reader.ReadToEndAsync(context.RequestAborted));
        _asked.Enqueue(asked);
        await _routes.GetValueOrDefault(asked.Route, Say(501, """{"message":"no such route in this test"}"""))(context);
    }
}

/// <summary>A request as it arrived.</summary>
internal sealed record Asked(string Route, string Query, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string Token => Headers["Authorization"]["Bearer ".Length..];
}
