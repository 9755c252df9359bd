using CommunityBot.GitHubSimulator;
using CommunityBot.IntegrationTests.Commands;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Ledger;
using CommunityBot.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Features.Kudos;

public sealed class KudosTests : IAsyncLifetime
{
    private Scene _scene = null!;

    private SimulatedItem _issue = null!;

    public async ValueTask InitializeAsync()
    {
        _scene = await Scene.StartAsync();
        _issue = _scene.OpenIssue("author");
        _scene.GitHub.AddUser("alice");
        _scene.GitHub.AddUser("bob");
    }

    public ValueTask DisposeAsync() => _scene.DisposeAsync();

    [Fact]
    public async Task Thanks_are_recorded_for_each_with_a_link()
    {
        var comment = await _scene.CommentAsync(_issue, "carol", "/thanks @alice, @Bob for the review & the <b>patience</b>");

        var kudos = await ListAsync<KudosRow>();
        var carol = _scene.GitHub.AddUser("carol").Id;
        Assert.Equal(["alice", "bob"], kudos.Select(row => row.ReceiverLogin).Order(StringComparer.Ordinal));
        Assert.All(kudos, row => Assert.Equal(
            (carol, "carol", comment.Id, "octo/hello", "the review & the <b>patience</b>", comment.CreatedAt.ToUnixTimeMilliseconds()),
            (row.GiverId, row.GiverLogin, row.CommentId, row.Repository, row.Text, row.OccurredAt)));
        Assert.All(kudos, row => Assert.EndsWith($"/octo/hello/issues/{_issue.Number}#issuecomment-{comment.Id}", row.Url, StringComparison.Ordinal));
        Assert.Equal(2, (await ListAsync<ContributionRow>()).Count(row => row.Type == ContributionType.KudosReceived));
        Assert.Equal(["rocket"], _scene.Answers(comment));
        Assert.Empty(_scene.Replies(_issue));
    }

    [Fact]
    public async Task A_comment_thanks_a_person_once_whatever_is_added_to_it()
    {
        var comment = await _scene.CommentAsync(_issue, "carol", "/thanks @alice @ALICE");
        await _scene.EditAsync(_issue, comment, "/thanks @alice for more");
        Assert.Single(await ListAsync<KudosRow>());

        await _scene.CommentAsync(_issue, "carol", "/thanks @alice");
        Assert.Equal(2, (await ListAsync<KudosRow>()).Count);
    }

    [Theory]
    [InlineData("/thanks", "Please write it as `/thanks")]
    [InlineData("/thanks alice", "Please write it as `/thanks")]
    [InlineData("/thanks @alice because", "Please write it as `/thanks")]
    [InlineData("/thanks @octo/team", "Please write it as `/thanks")]
    [InlineData("/thanks @carol", "Thanks go to others")]
    [InlineData("/thanks @alice @Carol", "Thanks go to others")]
    [InlineData("/thanks @nobody-there", "nobody-there is no account")]
    [InlineData("/thanks @alice @renovate[bot]", "is no account of a person")]
    [InlineData("/thanks @left-out", "is no account of a person")]
    [InlineData("/thanks @a @b @c @d @e @f @g @h @i @j @k", "more than 10 people")]
    public async Task Of_a_line_that_cannot_be_done_nothing_is(string line, string why)
    {
        await _scene.ConfigureAsync("people: { ignore: [left-out] }\n");
        _scene.GitHub.AddUser("left-out");
        _scene.GitHub.AddUser("renovate[bot]", "Bot");
        var comment = await _scene.CommentAsync(_issue, "carol", line);

        Assert.Equal(["confused"], _scene.Answers(comment));
        Assert.Contains(why, Plain(Assert.Single(_scene.Replies(_issue))), StringComparison.Ordinal);
        Assert.Empty(await ListAsync<KudosRow>());
    }

    [Fact]
    public async Task What_an_insider_shows_is_recorded_once_for_a_person_and_an_address()
    {
        var comment = await _scene.CommentAsync(_issue, "maintainer", "/shout-out @alice https://example.org/talk?a=1 Her talk", association: "MEMBER");
        await _scene.CommentAsync(_issue, "other", "/shout-out @alice https://example.org/talk?a=1", permission: "triage");

        var shown = Assert.Single(await ListAsync<ShoutOutRow>());
        Assert.Equal(("alice", "https://example.org/talk?a=1", "Her talk"), (shown.PersonLogin, shown.Address, shown.Text));
        Assert.EndsWith($"#issuecomment-{comment.Id}", shown.CommentUrl, StringComparison.Ordinal);
        Assert.Single(await ListAsync<ContributionRow>(), row => row.Type == ContributionType.SharedElsewhere);
        Assert.Equal(["rocket"], _scene.Answers(comment));
    }

    [Theory]
    [InlineData("NONE", "/shout-out @alice https://example.org/talk", "Only maintainers can use this")]
    [InlineData("OWNER", "/shout-out @alice http://example.org/talk", "The address has to begin with https")]
    [InlineData("OWNER", "/shout-out @alice https://github.com@example.org/", "The address has to begin with https")]
    [InlineData("OWNER", "/shout-out @alice javascript:alert(1)", "The address has to begin with https")]
    [InlineData("OWNER", "/shout-out https://example.org/talk", "Please write it as `/shout-out")]
    [InlineData("OWNER", "/shout-out @nobody-there https://example.org/talk", "is no account of a person")]
    public async Task What_cannot_be_shown_is_not(string association, string line, string why)
    {
        var comment = await _scene.CommentAsync(_issue, "carol", line, association);

        Assert.Equal(["confused"], _scene.Answers(comment));
        Assert.Contains(why, Plain(Assert.Single(_scene.Replies(_issue))), StringComparison.Ordinal);
        Assert.Empty(await ListAsync<ShoutOutRow>());
    }

    [Fact]
    public async Task Switched_off_there_are_no_such_words()
    {
        await _scene.ConfigureAsync("kudos: { enabled: false }\n");
        var comment = await _scene.CommentAsync(_issue, "carol", "/thanks @alice\n/help");

        Assert.Equal(["rocket"], _scene.Answers(comment));
        Assert.DoesNotContain("/thanks", Assert.Single(_scene.Replies(_issue)), StringComparison.Ordinal);
        Assert.Empty(await ListAsync<KudosRow>());
    }

    // Inert texts have marks that nobody sees.
    private static string Plain(string text) => text.Replace("\u2060", "", StringComparison.Ordinal);

    private async Task<List<TRow>> ListAsync<TRow>()
        where TRow : class
    {
        await using var tables = _scene.Bot.Services.GetRequiredService<Database>().CreateContext();
        return await tables.Set<TRow>().AsNoTracking().ToListAsync(TestContext.Current.CancellationToken);
    }
}
