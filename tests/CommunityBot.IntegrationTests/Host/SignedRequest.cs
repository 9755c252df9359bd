using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.IntegrationTests.Host;

/// <summary>A delivery as a request, for tests that look at more of the answer than its status, or sign otherwise.</summary>
internal static class SignedRequest
{
    public static HttpRequestMessage Make(SimulatedDelivery delivery, Uri endpoint, string signature)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(delivery.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-GitHub-Event", delivery.Event);
        request.Headers.Add("X-GitHub-Delivery", delivery.Id);
        request.Headers.Add("X-Hub-Signature-256", signature);
        return request;
    }

    public static string Sign(SimulatedDelivery delivery, string secret) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), delivery.Body))}";
}
