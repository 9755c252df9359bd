using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Messages;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.Messages;

public sealed class MentionTests
{
    private const string Ten = "@a @b @c @d @e @f @g @h @i @j";

    private readonly MessageRenderer _renderer = new(Options.Create(new GitHubOptions()));

    [Theory]
    [InlineData(Ten, Ten)]
    [InlineData(Ten + " @k @l", Ten + " k l")]
    [InlineData(Ten + " @A, @b and @k.", Ten + " @A, @b and k.")]
    [InlineData(Ten + " @octo/team (&#64;k) **@l**", Ten + " octo/team (k) **l**")]
    [InlineData(Ten + " {{ author }} {{ author.mention }} @{{ author.login }}", Ten + " newcomer newcomer newcomer")]
    [InlineData("{{ author }} " + Ten, "@newcomer @a @b @c @d @e @f @g @h @i j")]
    [InlineData(Ten + " `npm i @k/x` x@k.example [@k](https://example.org/@k) https://example.org/@l", Ten + " `npm i k/x` x@k.example [k](https://example.org/k) https://example.org/l")]
    [InlineData(Ten + "\n```sh\nnpm i @k/x @l\n```\n@m", Ten + "\n```sh\nnpm i k/x l\n```\nm")]
    [InlineData("- a\n\n  ```\n" + Ten + " @k", "- a\n\n  ```\n" + Ten + " k")]
    [InlineData("<div>\n```\n" + Ten + " @k\n```\n</div>", "<div>\n```\n" + Ten + " k\n```\n</div>")]
    [InlineData(Ten + " https://@k", Ten + " https://k")]
    [InlineData("@us\\-a @us\\-b @us\\-c @us&#45;d " + Ten, "@us\\-a @us\\-b @us\\-c @us&#45;d @a @b @c @d @e @f g h i j")]
    [InlineData("@&#97;lice &#64;&#97;lice", "@\u2060&#97;lice &#64;\u2060&#97;lice")]
    [InlineData(Ten + " @@k a@@l &#64;@m @&commat;n @@@@o", Ten + " k a@l m n o")]
    [InlineData("`@a @b` " + Ten, "`@a @b` " + Ten)]
    public void Who_is_named_after_ten_others_is_no_mention(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("@{{ author.login }}", "@newcomer")]
    [InlineData("@{{ repository.owner }}/maintainers", "@octo/maintainers")]
    [InlineData("https://github.com/{{ repository.full_name }}", "https://github.com/octo/hello")]
    public void What_is_known_to_name_an_account_may_be_mentioned(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("@{{ issue.title }}")]
    [InlineData("@{{ issue.title | downcase }}")]
    [InlineData("&commat;{{ issue.title }}")]
    [InlineData("@octo-{{ issue.title }}")]
    [InlineData("@{{ issue.labels | join: ' @' }}")]
    [InlineData("@{{ issue.labels | join: ' @' | upcase }}")]
    [InlineData("{% for label in issue.labels %}@{{ label }}{% endfor %}")]
    [InlineData("@{{ issue.labels.last }}")]
    public void An_at_before_the_words_of_a_stranger_mentions_nobody(string template)
    {
        var shown = new RenderedComment(Render(template)).Lines;

        Assert.Contains("@", shown, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?i)@(octo-)?alice|@bob", shown);
    }

    [Theory]
    [InlineData("@alice", "alice")]
    [InlineData("@@alice &#64;@alice", "alice alice")]
    [InlineData("a@@alice", "a@alice")]
    [InlineData("a&#64;&#64;alice a@&commat;alice a&#x40;@@alice a&#64;alice", "a&#64;alice a@alice a&#x40;alice a&#64;alice")]
    [InlineData("a@alice.example and @alicia", "a@alice.example and @alicia")]
    public void Who_wants_no_mentions_has_none(string text, string expected) => Assert.Equal(expected, Mentions.Without(text, new HashSet<string> { "alice" }));

    [Theory]
    [InlineData("deadbeef1")]
    [InlineData("GH-1")]
    public void A_login_that_looks_like_something_else_is_not_half_mentioned(string login)
    {
        Assert.StartsWith("@\u2060", Render("@{{ author.login }}", login), StringComparison.Ordinal);
        Assert.Equal($"@{login}", Render("{{ author.mention }}", login));
    }

    [Fact]
    public void Nothing_of_the_making_is_left() => Assert.DoesNotContain(Seams.Boundary, Render("\uFFFF{{ issue.title }}\uFFFF @\uFFFF {{ issue.labels }}"));

    private string Render(string template, string author = "newcomer") => _renderer.Render(template, new(
        "en", new RepositoryRef(1, 2, "octo", "hello"), author, new("issue", 7, "alice", "https://github.com/octo/hello/issues/7", ["alice", "bob"]), MessageLinks.None));
}
