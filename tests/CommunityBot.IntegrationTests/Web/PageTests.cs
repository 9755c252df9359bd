using System.Net;
using CommunityBot.IntegrationTests.Host;

namespace CommunityBot.IntegrationTests.Web;

public sealed class PageTests : IAsyncLifetime
{
    private Scene _scene = null!;

    public async ValueTask InitializeAsync() => _scene = await Scene.StartAsync();

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Theory]
    [InlineData("/healthz/live")]
    [InlineData("/healthz/ready")]
    [InlineData("/metrics")]
    [InlineData("/schema/community-bot.json")]
    [InlineData("/")]
    public async Task It_answers(string path)
    {
        using var response = await _scene.Bot.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task What_was_said_may_be_private_and_is_not_on_the_page()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("newcomer"));

        var page = await _scene.Bot.Client.GetStringAsync(new Uri("/", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("Live", page, StringComparison.Ordinal);
        Assert.DoesNotContain("newcomer", page, StringComparison.Ordinal);
        Assert.DoesNotContain("octo", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deliveries_are_counted()
    {
        await _scene.DeliverAsync(_scene.OpenIssue("newcomer"));

        var metrics = await _scene.Bot.Client.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("communitybot_deliveries_total{event=\"issues\",outcome=\"stored\"} 1", metrics, StringComparison.Ordinal);
        Assert.Contains("communitybot_webhook_answers_total{status=\"202\"} 1", metrics, StringComparison.Ordinal);
    }
}
