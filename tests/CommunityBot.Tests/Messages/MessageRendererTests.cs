using CommunityBot.Features.Welcome;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Messages;
using CsCheck;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.Messages;

public sealed class MessageRendererTests
{
    private readonly MessageRenderer _renderer = new(Options.Create(new GitHubOptions()));

    [Theory]
    [InlineData("{{ author.mention }}", "@newcomer")]
    [InlineData("{{ author }}", "@newcomer")]
    [InlineData("{{ author.url }}", "https://github.com/newcomer")]
    [InlineData("{{ repository.url }}", "https://github.com/octo/hello")]
    [InlineData("{{ issue.number }}", "7")]
    [InlineData("{{ issue.labels | size }}", "2")]
    [InlineData("{% if links.contributing %}yes{% else %}no{% endif %}", "no")]
    [InlineData("{{ links.chat }}", "https://example.org/a_%28b%29")]
    [InlineData("{{ links.code-of-conduct }}", "https://example.org/conduct")]
    [InlineData("{{ links.code_of_conduct }}", "https://example.org/conduct")]
    [InlineData("{{ links }}{{ links.roadmap }}{{ links.ideas }}", "")]
    [InlineData("{% unless mentor %}nobody{% endunless %}", "nobody")]
    [InlineData("{% for label in issue.labels %}({{ label }}){% endfor %}", "(bug)(docs)")]
    [InlineData("{% for label in issue.labels %}{{ forloop.index }} {{ label }}{% unless forloop.last %}, {% endunless %}{% endfor %}", "1 bug, 2 docs")]
    [InlineData("{% for label in issue.labels %}{% if forloop.first %}{{ label }}{% endif %}{% endfor %}", "bug")]
    [InlineData("{% for person in newcomers %}{{ person }}{% else %}nobody{% endfor %}", "nobody")]
    [InlineData("{{ issue.labels.first }} {{ issue.labels.last }} {{ issue.labels.size }}", "bug docs 2")]
    [InlineData("{% for issue in issue.labels %}{{ issue }} {% endfor %}{{ issue.number }}", "bug docs 7")]
    [InlineData("{% if mentor == nil and links.chat != blank and issue.labels != empty %}yes{% endif %}", "yes")]
    [InlineData("{{ mentor.mention }}{{ merger }}{{ days }}{{ pull_request.title }}{{ release.title }}{{ count }}", "")]
    [InlineData("{{ issue.labels | join: ', ' }}", "bug, docs")]
    [InlineData("{% for label in issue.labels limit: 1 %}({{ label }}){% endfor %}", "(bug)")]
    [InlineData("{% if issue.labels contains 'Bug' and issue.title contains 'tit' %}yes{% endif %}", "yes")]
    [InlineData("{% if issue.labels contains 'b' or issue.title contains 'x' %}yes{% endif %}", "")]
    [InlineData("{{ issue.labels | join }}", "bug docs")]
    [InlineData("{{ issue.labels | join: ', ' | capitalize }}", "Bug, docs")]
    [InlineData("{{ issue.labels | join: ', ' | upcase }}", "BUG, DOCS")]
    [InlineData("{{ '2026-11-24' | date: '%e %B %Y' }}", "24 November 2026")]
    [InlineData("{{ mentor | default: 'somebody' }}", "somebody")]
    [InlineData("{{ issue.number | pluralize: 'day', 'days' }}", "days")]
    [InlineData("{{ 'hello' | upcase }} {{ 'HELLO' | downcase | capitalize }}", "HELLO Hello")]
    public void Templates_speak_of_what_the_contract_names(string template, string expected) => Assert.Equal(expected, Render(template));

    [Theory]
    [InlineData("en", "things thing things things")]
    [InlineData("de", "things thing things things")]
    [InlineData("es", "things thing things things")]
    [InlineData("fr", "thing thing thing things")]
    [InlineData("pt-BR", "thing thing thing things")]
    [InlineData("ja", "things things things things")]
    [InlineData("zh-Hans", "things things things things")]
    public void Plural_forms_are_those_of_the_language(string language, string expected)
    {
        const string Plural = "pluralize: 'thing', 'things'";

        var text = _renderer.Render($"{{{{ 0 | {Plural} }}}} {{{{ 1 | {Plural} }}}} {{{{ 1.5 | {Plural} }}}} {{{{ 2 | {Plural} }}}}", Model() with { Language = language });

        Assert.Equal(expected, text);
    }

    [Fact]
    public void A_language_with_one_form_needs_one() => Assert.Equal("議題", Render("{{ 2 | pluralize: '議題' }}"));

    [Theory]
    [InlineData("{{ issue.title }}")]
    [InlineData("{{ issue.title | upcase }}")]
    [InlineData("{{ issue.title | downcase | capitalize }}")]
    [InlineData("{{ issue.title | default: 'x' }}")]
    [InlineData("{% for label in issue.labels %}{{ label }}{% endfor %}")]
    [InlineData("{{ issue.labels | join: ' ' }}")]
    [InlineData("{{ issue.labels }}")]
    [InlineData("{{ issue.labels.first }}")]
    [InlineData("{{ issue.labels | upcase }}")]
    [InlineData("{{ issue }}{{ repository }}{{ issue.title | size }}")]
    [InlineData("{{ issue.labels | join: issue.title }}")]
    [InlineData("{{ issue.labels | join: ' ' | upcase | capitalize }}")]
    [InlineData("{{ 'now' | date: issue.title }}")]
    [InlineData("{{ author.login }}")]
    [InlineData("{{ issue.labels | join: issue.title | upcase | downcase }}")]
    [InlineData("{{ issue.title | date }}")]
    [InlineData("{{ issue.title | date: '%Y' }}")]
    [InlineData("{{ mentor | default: issue.title }}")]
    [InlineData("{{ 2 | pluralize: 'one', issue.title }}")]
    public void What_a_stranger_wrote_is_inert_whatever_filters_it_went_through(string template)
    {
        var text = _renderer.Render(template, Model("@everybody <b>", author: "@everybody", labels: ["@everybody", "#1"]));

        Assert.DoesNotContain("@everybody", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void What_is_no_login_is_no_mention() =>
        Assert.DoesNotContain("@no/body", _renderer.Render("{{ author.mention }}", Model(author: "no/body")), StringComparison.Ordinal);

    [Theory]
    [InlineData("{% assign a = 1 %}")]
    [InlineData("{% capture a %}{% endcapture %}")]
    [InlineData("{% include 'a' %}")]
    [InlineData("{% render 'a' %}")]
    [InlineData("{% case 1 %}{% when 1 %}{% endcase %}")]
    [InlineData("{% raw %}{% endraw %}")]
    [InlineData("{% cycle 1, 2 %}")]
    [InlineData("{% tablerow a in b %}{% endtablerow %}")]
    [InlineData("{% increment a %}")]
    [InlineData("{% liquid echo 1 %}")]
    [InlineData("{% for i in (1..3) %}{% endfor %}")]
    [InlineData("{{ (1..100000000) | size }}")]
    [InlineData("{{ issue.labels[(1..100000000)] }}")]
    [InlineData("{{ '}}' | default: (1..100000000) | size }}")]
    [InlineData("{{ '%}' | default: issue.labels[issue.labels[(1..100000000)]] }}")]
    [InlineData("{{ issue.title | replace: 'a', 'b' }}")]
    [InlineData("{% if issue.title | append: 'a' %}{% endif %}")]
    [InlineData("{{ issue.title | url_encode }}")]
    [InlineData("{% for i in 'abc' %}{% endfor %}")]
    [InlineData("{% for i in ['links'] %}{% endfor %}")]
    [InlineData("{% for i in issue.labels reversed %}{% endfor %}")]
    [InlineData("{% for i in links %}{% endfor %}")]
    [InlineData("{% for i in mentor %}{% endfor %}")]
    [InlineData("{{ issue.labels[0] }}")]
    [InlineData("{{ links['code-of-conduct'] }}")]
    [InlineData("{{ issue[issue.title] }}")]
    [InlineData("{{ issue.title.size }}")]
    [InlineData("{% for i in issue.labels %}{{ forloop.rindex }}{% endfor %}")]
    [InlineData("{{ forloop.index }}")]
    [InlineData("{% for i in issue.labels %}{% endfor %}{{ i }}")]
    [InlineData("{% for i in issue.labels offset: 1 %}{% endfor %}")]
    [InlineData("{% for i in issue.labels limit: issue.number %}{% endfor %}")]
    [InlineData("{% if 'abc' contains issue.title %}{% endif %}")]
    [InlineData("{{ 'now' | date: '%999999999n' }}")]
    [InlineData("{{ 'now' | date: issue.url }}{{ 99999999999999999999 | date }}")]
    [InlineData("{{ unfinished")]
    [InlineData("{% if a %}")]
    public void What_is_not_of_the_safe_part_is_refused_in_one_line(string template)
    {
        var refused = Assert.Throws<TemplateException>(() => Render(template));

        Assert.DoesNotContain('\n', refused.Message);
    }

    [Theory]
    [InlineData("Hi {{ autor.mention }}", "There is no autor; did you mean author?", 1, 7)]
    [InlineData("autor\nHi {{ author.mention }}, {{ autor.mention }}", "There is no autor; did you mean author?", 2, 29)]
    [InlineData("{{ issue.titel }}", "issue has no titel; did you mean title?", 1, 10)]
    [InlineData("{{ issue.title | default: isue.title }}", "There is no isue; did you mean issue?", 1, 27)]
    [InlineData("{% if issue.label contains 'x' %}{% endif %}", "issue has no label; did you mean labels?", 1, 13)]
    [InlineData("{% for label in issue.labels %}{{ lable }}{% endfor %}", "There is no lable; did you mean label?", 1, 35)]
    [InlineData("{% for person in newcomers %}{{ person.name }}{% endfor %}", "person has no name; there are login, mention, url", 1, 40)]
    [InlineData("{{ links.code_of_conducts }}", "links has no code_of_conducts; did you mean code-of-conduct?", 1, 10)]
    [InlineData("{{ issue.labels.frist }}", "issue.labels has no frist; did you mean first?", 1, 17)]
    [InlineData("{{ issue.title.size }}", "issue.title has no size", 1, 16)]
    [InlineData("{{ issue.labels[0] }}", "Brackets are not allowed; a list has .first and .last", 1, 10)]
    [InlineData("{% for i in links %}{% endfor %}", "links is no list", 1, 13)]
    [InlineData("{% for i in (1..3) %}{% endfor %}", "Ranges are not allowed; a loop goes through a list, such as issue.labels", 1, 1)]
    [InlineData("{% if links.chat %}Hi {{ autor.mention }}", "'{% endif %}' was expected; and there is no autor; did you mean author?", 1, 42)]
    [InlineData("{% if links.chat %}Hi {{ author.mention }}", "'{% endif %}' was expected", 1, 43)]
    public void What_is_misspelt_is_told_with_what_was_meant(string template, string message, int line, int column)
    {
        var refused = Assert.Throws<TemplateException>(() => Render(template));

        Assert.Equal((message, line, column), (refused.Message, refused.Line, refused.Column));
    }

    [Theory]
    [InlineData("{{{{{", 1)]
    [InlineData("Hi\n{{", 2)]
    [InlineData("Hi\n{{\n", 3)]
    public void A_problem_has_a_line_that_there_is(string template, int most) => Assert.InRange(Assert.Throws<TemplateException>(() => Render(template)).Line, 1, most);

    [Fact]
    public void Each_name_is_in_the_documentation()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "messages.md"));

        Assert.All(MessageNames.All, value =>
        {
            Assert.Contains($"`{value.Key}`", page, StringComparison.Ordinal);
            Assert.All(((value.Value as IMembers)?.Members ?? []), member => Assert.Contains(member, page, StringComparison.Ordinal));
        });
    }

    [Theory]
    [InlineData("{% for a in issue.labels %}{% for b in issue.labels %}{% for c in issue.labels %}xxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}{% endfor %}{% endfor %}")]
    [InlineData("{% for a in issue.labels %}{{ issue.labels | join: 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx' }}{% endfor %}")]
    public void A_bomb_ends_at_a_limit(string template) =>
        Assert.Throws<TemplateException>(() => _renderer.Render(template, Model(labels: [.. Enumerable.Repeat("label", 1000)])));

    [Theory]
    [InlineData("{% if a %}")]
    [InlineData("{% for a in b %}{% else %}")]
    [InlineData("{{ (")]
    [InlineData("{{ a[")]
    [InlineData("{{ a | join: 'x'")]
    [InlineData("{% if (")]
    public void A_template_that_would_exhaust_the_stack_is_refused(string opening)
    {
        var (start, again) = (opening[..3], opening[3..]);

        Assert.Throws<TemplateException>(() => Render(string.Concat(Enumerable.Repeat(opening, 19_000 / opening.Length))));
        Assert.Throws<TemplateException>(() => Render(start + string.Concat(Enumerable.Repeat(again, 19_000 / again.Length))));
    }

    [Fact]
    public void Whatever_is_written_is_rendered_or_refused()
    {
        var part = Gen.OneOf(
            "{{", "}}", "{%", "%}", "{%-", "-%}", " if ", " unless ", " else ", " elsif ", " for ", " in ", " endif ", " endfor ", " endunless ", " limit: ", " offset: ", " reversed ", " continue ",
            "issue", ".labels", ".title", "author", "repository", "links", "forloop", "[", "]", "(", ")", "..", "|", " date: ", " join: ", " size ", " pluralize: ", " default: ", " upcase ", ",",
            "'a'", "'now'", "'%Y'", "\"", "'", "1", "-1", "99999999999999999999", "0.5", " == ", " contains ", " and ", " or ", " nil ", " blank ", " empty ", " true ", ":", "-", "_", " ", "\n", "x");
        part.Array[0, 30].Select(string.Concat).Sample(
            template =>
            {
                try
                {
                    Render(template);
                }
                catch (TemplateException refused)
                {
                    Assert.DoesNotContain('\n', refused.Message);
                }
            },
            iter: 50_000);
    }

    [Theory]
    [InlineData("{{ 99999999999999999999999999 | date: '%Y' }}")]
    [InlineData("{{ -99999999999999 | date: '%Y' }}")]
    public void A_number_that_is_no_date_is_no_fault_of_ours(string template) => Assert.Throws<TemplateException>(() => Render(template));

    [Fact]
    public void A_template_that_is_too_long_is_refused() => Assert.Throws<TemplateException>(() => Render(new string('x', 20_001)));

    [Theory]
    [InlineData("Hello {{ author.mention }}.", "Hello @newcomer.")]
    [InlineData("{{ unfinished", null)]
    [InlineData("{{ 'x' | shout }}", null)]
    [InlineData("{% if mentor %}{{ mentor }} helps.{% endif %}", null)]
    [InlineData(" ", null)]
    public void A_template_of_the_config_speaks_unless_it_fails_or_says_nothing(string template, string? expected) => Assert.Equal(
        expected ?? Render(WelcomeFeature.FirstIssue.Template("en")), _renderer.Render(WelcomeFeature.FirstIssue, template, Model()));

    [Fact]
    public void Who_asks_hears_why_the_built_in_text_speaks()
    {
        var heard = new List<string>();
        _renderer.FellBack += (moment, why) => heard.Add($"{moment.Kind}: {why}");

        foreach (var template in new[] { "Hello.", " ", "{{ autor }}" })
        {
            _renderer.Render(WelcomeFeature.FirstIssue, template, Model());
        }

        Assert.Equal(["welcome.first-issue: it says nothing", "welcome.first-issue: There is no autor; did you mean author?"], heard);
    }

    [Theory]
    [InlineData("```\nHello", "```\nHello\n```")]
    [InlineData("~~~~ sh\nHello\n~~~", "~~~~ sh\nHello\n~~~\n~~~~")]
    [InlineData("```\nHello\n```", "```\nHello\n```")]
    [InlineData("- a\n  ```\n  Hello", "- a\n  ```\n  Hello")]
    [InlineData("Hello ``` there", "Hello ``` there")]
    [InlineData("<div>\n```\n</div>", "<div>\n```\n</div>")]
    public void A_block_of_code_that_is_left_open_does_not_show_the_marker(string template, string expected)
    {
        var text = Render(template);

        Assert.Equal(expected, text);
        Assert.EndsWith("#comment", new RenderedComment($"{text}\n\n{Marker.Build("welcome.first-issue", "1-2")}").Elements, StringComparison.Ordinal);
    }

    private string Render(string template) => _renderer.Render(template, Model());

    private static MessageModel Model(string title = "A title", string author = "newcomer", IReadOnlyList<string>? labels = null) => new(
        "en", new RepositoryRef(1, 2, "octo", "hello"), author, new("issue", 7, title, "https://github.com/octo/hello/issues/7", labels ?? ["bug", "docs"]),
        new(CodeOfConduct: "https://example.org/conduct", Chat: "https://example.org/a_(b)"));
}
