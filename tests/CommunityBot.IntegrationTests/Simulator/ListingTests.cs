using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed partial class ListingTests : IAsyncLifetime
{
    private const int Items = 230;

    private Caller _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        var author = _caller.GitHub.AddUser("veteran");
        for (var i = 0; i < Items; i++)
        {
            _caller.GitHub.OpenIssue(_caller.Repository, author);
        }
    }

    public ValueTask DisposeAsync() => _caller.DisposeAsync();

    [Fact]
    public async Task Pages_lead_to_each_other_and_show_everything_once()
    {
        var (numbers, sizes) = (new List<int>(), new List<int>());
        for (var page = "repos/octo/hello/issues?state=all&direction=asc&per_page=100"; page is not null;)
        {
            var (found, links) = await ReadAsync(page);
            numbers.AddRange(found);
            sizes.Add(found.Count);
            page = links.GetValueOrDefault("next");
        }

        Assert.Equal([100, 100, 30], sizes);
        Assert.Equal(Enumerable.Range(1, Items), numbers);
    }

    [Theory]
    [InlineData("page=1", "next=2 last=3")]
    [InlineData("page=2", "next=3 last=3 prev=1 first=1")]
    [InlineData("page=3", "prev=2 first=1")]
    public async Task A_page_names_its_neighbours_and_the_ends(string page, string neighbours)
    {
        var (_, links) = await ReadAsync($"repos/octo/hello/issues?state=all&per_page=100&{page}");

        Assert.Equal(neighbours, string.Join(' ', links.Select(link => $"{link.Key}={PageOf().Match(link.Value).Groups[1].Value}")));
        Assert.All(links.Values, link => Assert.Contains("state=all&per_page=100", link, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("", 30)]
    [InlineData("&per_page=7", 7)]
    [InlineData("&per_page=1000", 100)]
    public async Task A_page_is_as_long_as_GitHub_allows(string size, int expected)
    {
        var (numbers, _) = await ReadAsync($"repos/octo/hello/issues?state=all{size}");

        Assert.Equal(expected, numbers.Count);
        Assert.Equal(Items, numbers[0]);
    }

    [Fact]
    public async Task What_fits_on_one_page_has_no_links()
    {
        _caller.GitHub.OpenPullRequest(_caller.Repository, _caller.GitHub.AddUser("newcomer"));
        var (numbers, links) = await ReadAsync("repos/octo/hello/issues?state=all&creator=newcomer");

        Assert.Equal([Items + 1], numbers);
        Assert.Empty(links);
    }

    private async Task<(List<int> Numbers, Dictionary<string, string> Links)> ReadAsync(string path)
    {
        // What a link names is absolute.
        using var answer = await _caller.Client.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute), TestContext.Current.CancellationToken);
        var items = await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonArray>(TestContext.Current.CancellationToken);
        var header = answer.Headers.TryGetValues("Link", out var values) ? string.Join(", ", values) : "";
        return (
            [.. items!.Select(item => (int)item!["number"]!)],
            Link().Matches(header).ToDictionary(link => link.Groups["relation"].Value, link => link.Groups["address"].Value));
    }

    [GeneratedRegex("<(?<address>[^>]+)>; rel=\"(?<relation>[a-z]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("[?&]page=([0-9]+)")]
    private static partial Regex PageOf();
}
