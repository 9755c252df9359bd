using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace CommunityBot.GitHubSimulator.Webhooks;

/// <summary>Sends deliveries with the headers that GitHub sends.</summary>
internal sealed class DeliverySender(SimulatedGitHub github) : IDisposable
{
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(30) };

    public async Task<int> SendAsync(SimulatedDelivery delivery, Uri endpoint, string? id, string? secret)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(delivery.Body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var hash = HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret ?? github.WebhookSecret), delivery.Body);
        foreach (var (name, value) in new[]
        {
            ("User-Agent", "GitHub-Hookshot/0123abc"),
            ("X-GitHub-Event", delivery.Event),
            ("X-GitHub-Delivery", id ?? delivery.Id),
            ("X-GitHub-Hook-ID", "400"),
            ("X-GitHub-Hook-Installation-Target-ID", $"{github.AppId}"),
            ("X-GitHub-Hook-Installation-Target-Type", "integration"),
            ("X-Hub-Signature-256", $"sha256={Convert.ToHexStringLower(hash)}"),
        })
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await _client.SendAsync(request);
        return (int)response.StatusCode;
    }

    public void Dispose() => _client.Dispose();
}
