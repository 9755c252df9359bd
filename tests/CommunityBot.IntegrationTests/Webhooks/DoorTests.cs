using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Storage;
using CommunityBot.Webhooks;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Webhooks;

public sealed class DoorTests : IAsyncLifetime
{
    private const int MostBytes = 25 * 1024 * 1024;

    private Scene _scene = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync("--GitHub:WebhookSecretPrevious", "the former secret");

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task What_is_signed_is_accepted_and_durable()
    {
        Assert.Equal(202, await SendAsync("{}"u8.ToArray(), webhook: "issues", id: "unheard"));
        Assert.Equal(202, await SendAsync("""{"action":"opened"}"""u8.ToArray(), webhook: "issues", id: "stored"));

        Assert.Equal(["stored"], await StoredAsync());
    }

    [Fact]
    public async Task What_nobody_listens_to_is_accepted_and_not_stored()
    {
        Assert.Equal(202, await SendAsync("""{"action":"edited"}"""u8.ToArray(), webhook: "issues"));
        Assert.Equal(202, await SendAsync("""{"zen":"Keep it logically awesome."}"""u8.ToArray(), webhook: "ping"));
        Assert.Equal(202, await SendAsync("""{"action":"made_up"}"""u8.ToArray(), webhook: "made_up"));

        Assert.Empty(await StoredAsync());
    }

    [Fact]
    public async Task What_was_seen_before_is_accepted_and_stored_once()
    {
        Assert.Equal(202, await SendAsync("""{"action":"opened"}"""u8.ToArray(), id: "again"));
        Assert.Equal(202, await SendAsync("""{"action":"opened","changed":1}"""u8.ToArray(), id: "again"));

        Assert.Single(await StoredAsync());
    }

    [Fact]
    public async Task The_largest_payload_that_GitHub_sends_is_accepted()
    {
        const string Frame = """{"action":"opened","text":""}""";
        var body = Encoding.ASCII.GetBytes(Frame.Insert(Frame.Length - 2, new string('x', MostBytes - Frame.Length)));

        Assert.Equal(MostBytes, body.Length);
        Assert.Equal(202, await SendAsync(body));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_larger_one_is_refused_before_anything_else_is_looked_at(bool chunked)
    {
        using var request = Request(new byte[MostBytes + 1], type: "text/plain", signature: "none", webhook: null, id: null);
        request.Headers.TransferEncodingChunked = chunked;

        Assert.Equal(413, await SendAsync(request));
    }

    [Theory]
    [InlineData("26214401", "")]
    [InlineData("26214401", "Expect: 100-continue\r\n")]
    [InlineData("9223372036854775807", "")]
    public async Task A_length_over_the_limit_is_refused_before_the_body_is_sent(string length, string header) =>
        Assert.StartsWith("HTTP/1.1 413 ", await AnswerToAsync($"Content-Length: {length}\r\n{header}\r\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("X-Hub-Signature-256: sha256=00\r\n")]
    [InlineData("X-Hub-Signature: sha1=757107ea0eb2509fc211221cce984b8a37570b6d\r\n")]
    public async Task What_cannot_be_signed_is_refused_before_the_body_is_sent(string header) =>
        Assert.StartsWith("HTTP/1.1 401 ", await AnswerToAsync($"Content-Length: {MostBytes}\r\n{header}\r\n"), StringComparison.Ordinal);

    [Fact]
    public async Task Large_bodies_wait_outside_when_others_have_used_up_the_memory()
    {
        var budget = _scene.Bot.Services.GetRequiredService<WebhookEndpoint>().Budget;
        var large = Encoding.ASCII.GetBytes($$"""{"action":"opened","text":"{{new string('x', 2 * 1024 * 1024)}}"}""");
        Assert.True(budget.TryTake((int)WebhookEndpoint.MostHeld));
        using (var response = await _scene.Bot.Client.SendAsync(Request(large, id: "large"), Cancelled))
        {
            Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
            Assert.NotNull(response.Headers.RetryAfter);
        }

        Assert.Equal(202, await SendAsync("""{"action":"opened"}"""u8.ToArray(), id: "small"));
        budget.Return((int)WebhookEndpoint.MostHeld);
        Assert.Equal(202, await SendAsync(large, id: "large"));
        Assert.Equal(["small", "large"], await StoredAsync());

        // All of it was given back.
        Assert.True(budget.TryTake((int)WebhookEndpoint.MostHeld));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("application/jsonp")]
    public async Task Another_content_type_is_refused_before_the_signature_is_looked_at(string? type) =>
        Assert.Equal(415, await SendAsync(Request("{}"u8.ToArray(), type: type, signature: "none", webhook: null, id: null)));

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON")]
    public async Task JSON_is_accepted_however_it_is_written(string type) => Assert.Equal(202, await SendAsync(Request("{}"u8.ToArray(), type: type)));

    [Theory]
    [InlineData("")]
    [InlineData("sha256=00")]
    [InlineData("sha1=757107ea0eb2509fc211221cce984b8a37570b6d")]
    public async Task A_missing_or_wrong_signature_is_refused_before_the_headers_are_looked_at(string signature) =>
        Assert.Equal(401, await SendAsync(Request("not even json"u8.ToArray(), signature: signature, webhook: null, id: null)));

    [Fact]
    public async Task A_body_that_was_changed_on_the_way_is_refused()
    {
        var signature = Sign("""{"action":"opened"}"""u8.ToArray(), _scene.GitHub.WebhookSecret);

        Assert.Equal(401, await SendAsync(Request("""{"action":"closed"}"""u8.ToArray(), signature: signature)));
    }

    [Fact]
    public async Task The_former_secret_is_accepted_while_it_is_configured() =>
        Assert.Equal(202, await SendAsync(Request("{}"u8.ToArray(), signature: Sign("{}"u8.ToArray(), "the former secret"))));

    [Theory]
    [InlineData(null, "id")]
    [InlineData("issues", null)]
    [InlineData("issues", " ")]
    public async Task A_missing_header_is_refused(string? webhook, string? id) =>
        Assert.Equal(400, await SendAsync(Request("""{"action":"opened"}"""u8.ToArray(), webhook: webhook, id: id)));

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("""{"action":"opened" """)]
    [InlineData("""{"action":"opened"}}""")]
    [InlineData("payload=%7B%7D")]
    public async Task What_is_no_JSON_object_is_refused(string body) => Assert.Equal(400, await SendAsync(Encoding.UTF8.GetBytes(body)));

    [Fact]
    public async Task Deliveries_that_come_together_share_commits()
    {
        var database = Assert.IsType<SqliteDatabase>(_scene.Bot.Services.GetRequiredService<Database>());
        var before = database.Commits;

        var statuses = await Task.WhenAll(Enumerable.Range(0, 400).Select(i =>
            SendAsync(Encoding.ASCII.GetBytes($$$"""{"action":"opened","repository":{"id":{{{i + 1}}}}}"""), id: $"d{i}")));

        Assert.All(statuses, status => Assert.Equal(202, status));
        await _scene.Bot.SettledAsync();

        // Each delivery is stored, claimed and finished; alone, that would be three commits each.
        Assert.InRange(database.Commits - before, 1, 400);
    }

    [Fact]
    public async Task What_cannot_be_stored_is_answered_503_and_may_be_sent_again()
    {
        await _scene.Bot.Services.GetRequiredService<Database>().DisposeAsync();

        using var response = await _scene.Bot.Client.SendAsync(Request("""{"action":"opened"}"""u8.ToArray()), Cancelled);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
    }

    [Fact]
    public async Task A_body_that_keeps_no_rules_of_HTTP_is_refused_and_counted()
    {
        var signature = $"X-Hub-Signature-256: {Sign([], "anything")}\r\n";

        Assert.StartsWith("HTTP/1.1 400 ", await AnswerToAsync($"{signature}Transfer-Encoding: chunked\r\n\r\nno length\r\n"), StringComparison.Ordinal);

        Assert.Contains("communitybot_webhook_answers_total{status=\"400\"} 1", await _scene.Bot.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), Cancelled), StringComparison.Ordinal);
        Assert.Empty(_scene.Bot.Log.Problems);
    }

    [Fact]
    public async Task A_sender_who_hangs_up_leaves_nothing_in_the_log()
    {
        using (var connection = new TcpClient { LingerState = new(enable: true, seconds: 0) })
        {
            await connection.ConnectAsync(IPAddress.Loopback, _scene.Bot.Address.Port, Cancelled);
            await connection.GetStream().WriteAsync(Head($"X-Hub-Signature-256: {Sign([], "anything")}\r\nContent-Length: 100\r\nExpect: 100-continue\r\n\r\n"), Cancelled);

            // The endpoint has begun to read when it asks for the body.
            Assert.NotEqual(0, await connection.GetStream().ReadAsync(new byte[100], Cancelled));
        }

        // Stopping waits for the request to end.
        await _scene.Bot.StopAsync();
        Assert.Empty(_scene.Bot.Log.Problems);
    }

    [Fact]
    public async Task Wrong_signatures_are_told_to_the_operator_once_a_minute()
    {
        var wrong = Sign("{}"u8.ToArray(), "another secret");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal(401, await SendAsync(Request("{}"u8.ToArray(), signature: wrong)));
            Assert.Equal(401, await SendAsync(Request("{}"u8.ToArray(), signature: "none", webhook: "push")));
        }

        _scene.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(401, await SendAsync(Request("{}"u8.ToArray(), signature: "none", webhook: "Not an event")));
        Assert.Equal(401, await SendAsync(Request("{}"u8.ToArray(), signature: "none", webhook: "push")));

        Assert.Collection(
            _scene.Bot.Log.Problems.Select(line => line.Text),
            text => Assert.StartsWith("A delivery of issues was refused: its signature was made with another secret. Check that the webhook secret", text, StringComparison.Ordinal),
            text => Assert.StartsWith("A delivery of push was refused: it has no X-Hub-Signature-256. Check that the webhook secret", text, StringComparison.Ordinal));
        Assert.DoesNotContain(_scene.Bot.Log.Problems, line => line.Text.Contains(wrong["sha256=".Length..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task Only_deliveries_are_taken()
    {
        using var response = await _scene.Bot.Client.GetAsync(_scene.Bot.Webhooks, Cancelled);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
        Assert.Equal("GitHub posts here (405). It is the address for webhooks, as the App has it. There is nothing to look at.\n", await response.Content.ReadAsStringAsync(Cancelled));
    }

    /// <summary>The first line that is answered to the beginning of a request, whose rest is never sent.</summary>
    private async Task<string?> AnswerToAsync(string request)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        using var connection = new TcpClient();
        await connection.ConnectAsync(IPAddress.Loopback, _scene.Bot.Address.Port, patience.Token);
        await using var stream = connection.GetStream();
        await stream.WriteAsync(Head(request), patience.Token);

        using var answer = new StreamReader(stream, Encoding.ASCII);
        return await answer.ReadLineAsync(patience.Token);
    }

    private byte[] Head(string rest) =>
        Encoding.ASCII.GetBytes($"POST {_scene.Bot.Webhooks.AbsolutePath} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n{rest}");

    private Task<int> SendAsync(byte[] body, string webhook = "issues", string? id = null) =>
        SendAsync(Request(body, webhook: webhook, id: id ?? Guid.NewGuid().ToString()));

    private async Task<int> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            using var response = await _scene.Bot.Client.SendAsync(request, Cancelled);
            return (int)response.StatusCode;
        }
    }

    private HttpRequestMessage Request(byte[] body, string? type = "application/json", string? signature = null, string? webhook = "issues", string? id = "some-id")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, _scene.Bot.Webhooks) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = type is null ? null : MediaTypeHeaderValue.Parse(type);
        foreach (var (name, value) in new[]
        {
            ("X-Hub-Signature-256", signature ?? Sign(body, _scene.GitHub.WebhookSecret)), ("X-GitHub-Event", webhook), ("X-GitHub-Delivery", id),
        })
        {
            if (!string.IsNullOrEmpty(value))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }

        return request;
    }

    private static string Sign(byte[] body, string secret) => $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";

    private async Task<List<string>> StoredAsync() => await _scene.Bot.Services.GetRequiredService<Database>().ReadAsync(async session =>
    {
        var ids = new List<string>();
        await using var row = await session.ReadAsync("SELECT d.delivery_id FROM deliveries d JOIN payloads p ON p.seq = d.seq ORDER BY d.seq");
        while (await row.ReadAsync(Cancelled))
        {
            ids.Add(row.GetString(0));
        }

        return ids;
    });
}
