using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.Benchmarks.Load;

/// <summary>
/// A whole HTTP/1.1 request with its signature, ready to be sent. Only the delivery id changes from one sending to the next:
/// the signature does not cover it, and another id makes it another delivery.
/// </summary>
public sealed class PreparedDelivery
{
    private const string PlaceForId = "00000000-0000-0000-0000-000000000000";

    private readonly byte[] request;
    private readonly int id;

    public PreparedDelivery(string eventName, byte[] body, string secret)
    {
        var signature = Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body));
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            POST /api/github/webhooks HTTP/1.1
            Host: 127.0.0.1
            Accept: */*
            Content-Type: application/json
            User-Agent: GitHub-Hookshot/0000000
            X-GitHub-Delivery: {PlaceForId}
            X-GitHub-Event: {eventName}
            X-GitHub-Hook-ID: 1
            X-GitHub-Hook-Installation-Target-ID: 1
            X-GitHub-Hook-Installation-Target-Type: integration
            X-Hub-Signature-256: sha256={signature}
            Content-Length: {body.Length}


            """).ReplaceLineEndings("\r\n");
        request = [.. Encoding.ASCII.GetBytes(head), .. body];
        id = head.IndexOf(PlaceForId, StringComparison.Ordinal);
    }

    /// <summary>Gives the delivery a fresh id and returns the bytes to send, valid until the next call.</summary>
    public ReadOnlyMemory<byte> Renew()
    {
        Guid.NewGuid().TryFormat(request.AsSpan(id), out _);
        return request;
    }

    /// <summary>Prepares a delivery for each pull request.</summary>
    public static PreparedDelivery[] CreateMany(string eventName, SimulatedItem[] pulls, string secret) =>
        [.. pulls.AsParallel().Select(pull => new PreparedDelivery(eventName, SamplePayload.Create(pull), secret))];
}
