using System.Text.RegularExpressions;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Messages;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.Messages;

public sealed partial class BuiltInTextTests
{
    private static readonly List<Moment> Moments = Registered();

    private readonly MessageRenderer _renderer = new(Options.Create(new GitHubOptions()));

    // Nudges speak to others than the author: their texts have tests of their own.
    public static TheoryData<string, string> Texts => new(Moments.Where(moment => !moment.Kind.StartsWith("nudges.", StringComparison.Ordinal)).SelectMany(moment => Languages.All, (moment, language) => (moment.Kind, language)));

    public static TheoryData<string> AllLanguages => [.. Languages.All];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_moment_speaks_every_language_in_whole_sentences_whatever_links_there_are(string kind, string language)
    {
        var moment = Moments.Single(moment => moment.Kind == kind);
        var template = moment.Template(language);

        // Whoever hears how to read a review has been greeted.
        var greets = kind.StartsWith("welcome.", StringComparison.Ordinal) && kind != "welcome.first-review";
        foreach (var links in LinkCombinations())
        {
            // Who is thanked for a release is in its lists, and not its author.
            var model = moment.Subject == "release" ? Model(language, links, moment.Subject) with { Author = "publisher", Extras = Released(newcomers: ["newcomer"]) } : Model(language, links);
            var text = _renderer.Render(template, model);

            // An issue that newcomers can begin with waits for somebody who is not there yet.
            Assert.Equal(kind == "mentoring.good-first-issue" ? [] : ["newcomer"], Mention().Matches(text).Select(mention => mention.Groups[1].Value));
            Assert.Contains("hello", text, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"[{}%]|!|！|\n\n\n|  | \n|\n |[。，：、）] |\]\(\)", text);
            Assert.All(text.Split("\n\n"), paragraph => Assert.Matches(@"[.。]\z", paragraph));
            Assert.All(
                new[] { links.Contributing, links.Chat, links.CodeOfConduct }.OfType<string>().Where(_ => greets),
                link => Assert.Contains($"]({link})", text, StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void Every_moment_speaks_in_whole_sentences_of_a_mentor_of_days_and_of_what_is_missing(string kind, string language)
    {
        var moment = Moments.Single(moment => moment.Kind == kind);
        for (var each = 0; each < 16; each++)
        {
            var (first, second, third, can) = ((each & 1) != 0, (each & 2) != 0, (each & 4) != 0, (each & 8) != 0);
            var extras = Model(language).Extras with { Mentor = "helper", Days = first ? 1 : 7, CanClaim = can, LacksPlace = first, LacksGoal = second, LacksTrial = third };
            var text = _renderer.Render(moment.Template(language), Model(language, LinkCombinations().Last(), moment.Subject) with { Extras = extras });

            Assert.DoesNotMatch(@"[{}%]|!|！|\n\n\n|  | \n|\n |[。，：、）] |\]\(\)", text);
            Assert.All(text.Split("\n\n"), paragraph => Assert.Matches(@"[.。]\z", paragraph));
            Assert.InRange(Mention().Matches(text).Count(mention => mention.Groups[1].Value == "helper"), 0, 1);
            if (kind == "mentoring.good-first-issue")
            {
                Assert.Equal(new[] { first, second, third }.Count(lacks => lacks), text.Split("\n- ").Length - 1);
                Assert.Equal(can, text.Contains("`/claim`", StringComparison.Ordinal));
                Assert.Contains("helper", text, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [MemberData(nameof(AllLanguages))]
    public void A_release_thanks_in_whole_sentences_whoever_there_is(string language)
    {
        var (newcomers, contributors, reviewers, reporters) = (People("new", 2), People("writer", 31), People("reviewer", 30), People("reporter", 1));
        foreach (var (first, second, third, fourth) in
            from first in new[] { [], newcomers }
            from second in new[] { [], contributors }
            from third in new[] { [], reviewers }
            from fourth in new[] { [], reporters }
            select (first, second, third, fourth))
        {
            var text = _renderer.Render(ThanksTemplate(language), Model(language, kind: "release") with { Extras = Released(first, second, third, fourth) });

            Assert.DoesNotMatch(@"[{}%]|!|！|\n\n\n|  | \n|\n |[。，：、）] |\]\(\)", text);
            Assert.All(text.Split("\n\n"), paragraph => Assert.Matches(@"[.。]\z", paragraph));
            Assert.Equal(1 + new[] { first, second, third, fourth }.Count(list => list.Count > 0), text.Split("\n\n").Length);
            Assert.All([.. first, .. second.Take(30), .. third, .. fourth], login => Assert.Contains(login, text, StringComparison.Ordinal));
            Assert.DoesNotContain("writer31", text, StringComparison.Ordinal);
            Assert.Equal(Math.Min(10, first.Count + Math.Min(second.Count, 30) + third.Count + fourth.Count), Mention().Count(text));
        }
    }

    [Fact]
    public void Each_language_has_a_text_of_its_own() =>
        Assert.All(Moments, moment => Assert.Equal(Languages.All.Count, Languages.All.Select(moment.Template).Distinct().Count()));

    [Fact]
    public void There_is_no_text_in_a_language_that_is_not_listed()
    {
        var languages = typeof(Moment).Assembly.GetManifestResourceNames().Where(name => name.EndsWith(".liquid", StringComparison.Ordinal)).Select(name => name.Split('.')[^2]);

        Assert.Equal(Languages.All.Order(StringComparer.Ordinal), languages.Distinct().Order(StringComparer.Ordinal));
        Assert.Throws<ArgumentException>(() => Moments[0].Template("tlh"));
    }

    [Fact]
    public void A_comment_speaks_the_language_of_the_config()
    {
        Assert.StartsWith("Hallo @newcomer, danke", _renderer.Render(Moments[0], template: null, Model("de")), StringComparison.Ordinal);
        Assert.StartsWith("Bonjour @newcomer, merci", _renderer.Render(Moments[0], "{{ unfinished", Model("fr")), StringComparison.Ordinal);
    }

    [Fact]
    public void Dates_are_written_in_the_language_of_the_config() =>
        Assert.Equal("3 mars", _renderer.Render("{{ '2026-03-03' | date: '%-d %B' }}", Model("fr")));

    private static List<Moment> Registered()
    {
        using var services = new ServiceCollection().AddFeatures().BuildServiceProvider();
        return [.. services.GetServices<Moment>()];
    }

    private static IEnumerable<MessageLinks> LinkCombinations() =>
        from contributing in new[] { null, "https://github.com/octo/hello/blob/HEAD/CONTRIBUTING.md" }
        from chat in new[] { null, "https://example.org/chat" }
        from conduct in new[] { null, "https://example.org/conduct" }
        select new MessageLinks(contributing, conduct, Roadmap: null, chat);

    private static string ThanksTemplate(string language) => Moments.Single(moment => moment.Kind == "thanks.release").Template(language);

    private static List<string> People(string name, int count) => [.. Enumerable.Range(1, count).Select(number => $"{name}{number}")];

    private static MessageExtras Released(
        IReadOnlyList<string>? newcomers = null, IReadOnlyList<string>? contributors = null, IReadOnlyList<string>? reviewers = null, IReadOnlyList<string>? reporters = null)
    {
        var lists = new Dictionary<string, IReadOnlyList<string>>
        {
            ["newcomers"] = newcomers ?? [],
            ["contributors"] = contributors ?? [],
            ["reviewers"] = reviewers ?? [],
            ["reporters"] = reporters ?? [],
        };
        return new() { Count = lists.Values.Sum(list => list.Count), People = lists };
    }

    private static MessageModel Model(string language, MessageLinks? links = null, string kind = "issue")
    {
        var item = new MessageItem(kind, 7, "A title", "https://github.com/octo/hello/issues/7", []);
        var change = new MessageItem("pull_request", 8, "A change", "https://github.com/octo/hello/pull/8", []);
        return new(language, new RepositoryRef(1, 2, "octo", "hello"), "newcomer", item, links ?? MessageLinks.None) { Extras = new() { Count = 5, Related = [change] } };
    }

    [GeneratedRegex("@([A-Za-z0-9-]+)")]
    private static partial Regex Mention();
}
