using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace CommunityBot.Benchmarks.Servers;

/// <summary>
/// The least that any receiver of webhooks has to do: read the body, check the signature, answer 202. What the service needs
/// beyond this is the price of its promises.
/// </summary>
public static class BareServer
{
    public static async Task RunAsync(string port, string secret)
    {
        var key = Encoding.UTF8.GetBytes(secret);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        app.MapGet("/healthz/ready", () => Results.Ok());
        app.MapPost("/api/github/webhooks", context => ReceiveAsync(context, key));
        await app.RunAsync();
    }

    private static async Task ReceiveAsync(HttpContext context, byte[] key)
    {
        var length = (int)(context.Request.ContentLength ?? 0);
        var body = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            await context.Request.Body.ReadExactlyAsync(body.AsMemory(0, length));
            context.Response.StatusCode = IsSigned(context.Request.Headers["X-Hub-Signature-256"].ToString(), key, body.AsSpan(0, length))
                ? StatusCodes.Status202Accepted
                : StatusCodes.Status401Unauthorized;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(body);
        }
    }

    private static bool IsSigned(string header, byte[] key, ReadOnlySpan<byte> body)
    {
        const string Prefix = "sha256=";
        Span<byte> computed = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> sent = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(key, body, computed);
        return header.StartsWith(Prefix, StringComparison.Ordinal)
            && Convert.FromHexString(header.AsSpan(Prefix.Length), sent, out _, out _) == OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(computed, sent);
    }
}
