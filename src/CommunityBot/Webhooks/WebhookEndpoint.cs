using CommunityBot.Hosting;
using CommunityBot.Inbox;
using Microsoft.AspNetCore.Http.Features;

namespace CommunityBot.Webhooks;

/// <summary>The door: a request becomes a verified, stored delivery and is acknowledged; nothing else happens here.</summary>
public sealed partial class WebhookEndpoint(
    Signature signature, WebhookDispatcher dispatcher, Inbox.Inbox inbox, BotMetrics metrics, TimeProvider time, ILogger<WebhookEndpoint> logger)
{
    /// <summary>Where GitHub sends deliveries.</summary>
    public const string Path = "/api/github/webhooks";

    /// <summary><see href="https://docs.github.com/webhooks/webhook-events-and-payloads#payload-cap">GitHub's cap on payloads</see>.</summary>
    public const int MostBytes = 25 * 1024 * 1024;

    /// <summary>
    /// Bytes of bodies over 256 KiB that are in memory at once: ten of the largest, while GitHub sends one now and then. Where memory is short, they are half of what .NET may have (which is three
    /// quarters of a container's limit); the rest works in the other half, and what was read and is not collected yet lies there.
    /// A signature is known to be wrong only when the body is there, so without a bound everybody could fill the memory.
    /// </summary>
    public const long MostHeld = 256L * 1024 * 1024;

    /// <summary>
    /// How long a body may take to arrive: <see href="https://docs.github.com/enterprise-server@latest/webhooks/using-webhooks/best-practices-for-using-webhooks">Enterprise Server</see> waits 30 s for its answer, GitHub.com 10 s. Who is slower
    /// is neither, and would hold what large bodies are taken from.
    /// </summary>
    public static readonly TimeSpan ReceiveWithin = TimeSpan.FromSeconds(30);

    /// <summary>Longest delivery id that is taken; GitHub's are GUIDs of 36.</summary>
    private const int MostIdLength = 100;

    /// <summary>Longest event name that is taken; GitHub's longest has about 40.</summary>
    internal const int MostEventLength = 100;

    /// <summary>How long storing may take: GitHub hangs up after 10 s, and a 503 in time is an answer.</summary>
    private static readonly TimeSpan StoreWithin = TimeSpan.FromSeconds(8);

    /// <summary>Seconds after which a refused delivery is worth another try.</summary>
    private const string RetryAfterSeconds = "30";

    private readonly Outage _outage = new(time);

    /// <summary>What large bodies are taken from.</summary>
    public BodyBudget Budget { get; } = new(Math.Min(MostHeld, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2));

    /// <summary>Answers a request.</summary>
    public async Task HandleAsync(HttpContext http)
    {
        http.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize = null;
        try
        {
            http.Response.StatusCode = await AnswerAsync(http);
        }
        catch (BadHttpRequestException broken)
        {
            // The body keeps no rules of HTTP, or comes too slowly.
            http.Response.StatusCode = broken.StatusCode;
        }
        catch (Exception gone) when (gone is IOException or OperationCanceledException)
        {
            // The sender hung up, or the service does because it ends. Nobody waits for an answer, and none must look like an acknowledgement.
            http.Abort();
            return;
        }

        metrics.Answered(http.Response.StatusCode);
    }

    private async Task<int> AnswerAsync(HttpContext http)
    {
        var request = http.Request;
        if (request.ContentLength > MostBytes)
        {
            return StatusCodes.Status413PayloadTooLarge;
        }

        string? signed = request.Headers["X-Hub-Signature-256"];
        int? refusal = !IsJson(request) ? StatusCodes.Status415UnsupportedMediaType
            : !Signature.IsWellFormed(signed) ? Unsigned(request, "it has no X-Hub-Signature-256")
            : null;
        if (refusal is { } status)
        {
            // Without a length, only reading tells whether the body is too large, and that is answered first.
            var fits = request.ContentLength is not null || await RequestBody.FitsAsync(request.Body, MostBytes, http.RequestAborted);
            return fits ? status : StatusCodes.Status413PayloadTooLarge;
        }

        var (body, outcome) = await RequestBody.ReadAsync(request.Body, request.ContentLength ?? 0, MostBytes, Budget, http.RequestAborted);
        using (body)
        {
            return outcome == RequestBody.Outcome.TooLarge ? StatusCodes.Status413PayloadTooLarge
                : outcome == RequestBody.Outcome.NoRoom ? Unavailable(http)
                : !signature.Signs(signed, body.Span) ? Unsigned(request, "its signature was made with another secret")
                : await AcceptAsync(http, body);
        }
    }

    private async Task<int> AcceptAsync(HttpContext http, RequestBody body)
    {
        string? webhook = http.Request.Headers["X-GitHub-Event"];
        string? id = http.Request.Headers["X-GitHub-Delivery"];
        if (string.IsNullOrWhiteSpace(webhook) || webhook.Length > MostEventLength || string.IsNullOrWhiteSpace(id) || id.Length > MostIdLength
            || !Envelope.TryRead(body.Span, out var envelope))
        {
            return StatusCodes.Status400BadRequest;
        }

        if (!dispatcher.Listens(webhook, envelope.Action))
        {
            metrics.Received("other", "ignored");
            return StatusCodes.Status202Accepted;
        }

        try
        {
            var delivery = new Delivery(id, webhook, envelope.Action, envelope.InstallationId, envelope.RepositoryId);
            var added = await inbox.AddAsync(delivery, PayloadCodec.Compress(body.Span)).WaitAsync(StoreWithin);
            metrics.Received(webhook, added ? "stored" : "repeated");
            if (_outage.End() is { } lasted)
            {
                LogStoredAgain((long)lasted.TotalSeconds);
            }

            return StatusCodes.Status202Accepted;
        }
        catch (Exception fault)
        {
            if (_outage.IsToBeTold())
            {
                LogNotStored(webhook, fault.GetType().Name, fault.Message);
            }

            return Unavailable(http);
        }
    }

    private int Unsigned(HttpRequest request, string why)
    {
        signature.Warn(request.Headers["X-GitHub-Event"], why);
        return StatusCodes.Status401Unauthorized;
    }

    private static int Unavailable(HttpContext http)
    {
        http.Response.Headers.RetryAfter = RetryAfterSeconds;
        return StatusCodes.Status503ServiceUnavailable;
    }

    private static bool IsJson(HttpRequest request) =>
        request.ContentType is { } type
        && type.AsSpan().TrimStart().StartsWith("application/json", StringComparison.OrdinalIgnoreCase)
        && (type.AsSpan().Trim().Length == "application/json".Length || type.AsSpan().Trim()["application/json".Length] is ';' or ' ');

    [LoggerMessage(Level = LogLevel.Error, Message = "A delivery of {Event} could not be stored and was answered 503, as are others meanwhile: {Kind}: {Reason}")]
    private partial void LogNotStored(string @event, string kind, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "Deliveries are stored again, after {Seconds} s; GitHub is asked for those that were not")]
    private partial void LogStoredAgain(long seconds);
}
