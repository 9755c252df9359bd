using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.Messages;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.Messages;

/// <summary>Templates that a maintainer could write to make much of little. Bytes are the same on every machine; processor time is not, and is there for what costs time and no bytes.</summary>
public sealed class TemplateBombTests
{
    private const int MostBytes = 16 * 1024 * 1024;

    private const string EachLabel = "{% for a in issue.labels %}";

    private static readonly MessageModel Full = Model(label: new('x', 50), title: new('x', 256));

    private readonly MessageRenderer _renderer = new(Options.Create(new GitHubOptions()));

    public static TheoryData<string> Bombs =>
    [
        // Output.
        EachLabel + EachLabel + EachLabel + "xxxxxxxxxxxxxxxxxxxxxxxxx{% endfor %}{% endfor %}{% endfor %}",
        EachLabel + EachLabel + "{{ issue.title }}{% endfor %}{% endfor %}",
        EachLabel + $"{{{{ issue.labels | join: '{new string('x', 500)}' }}}}" + "{% endfor %}",
        new string('x', 20_000),

        // Filters that make much and print little.
        EachLabel + EachLabel + $"{{{{ issue.labels | join: '{new string('x', 500)}' | size }}}}" + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + $"{{{{ issue.labels{Times(" | upcase | downcase", 100)} | size }}}}" + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + $"{{{{ '{new string('x', 15_000)}'{Times(" | upcase | capitalize", 100)} | size }}}}" + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + $"{{{{ 'x'{Times(" | default: issue.title", 380)} | size }}}}" + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + $"{{{{ issue.labels{Times(" | size", 390)} }}}}" + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + "{{ issue.labels | join: issue.title | join: issue.title | join: issue.title | size }}{% endfor %}{% endfor %}",

        // Dates.
        "{{ 'now' | date: '%999999999n' }}",
        "{{ 'now' | date: '%0000099999999t' | size }}",
        "{{ 'now' | date: '%999999999N' | size }}",
        "{{ 'now' | date: '%-_^:99999999Y' | size }}",
        EachLabel + EachLabel + $"{{{{ 'now' | date: '{Times("%c%+%F%x", 2_000)}' | size }}}}" + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + $"{{{{ '{new string('1', 15_000)}'{Times(" | date: '%Y'", 200)} | size }}}}" + "{% endfor %}{% endfor %}",

        // Loops that do nothing, often.
        Times(EachLabel, 20) + Times("{% endfor %}", 20),
        Times(EachLabel, 99) + Times("{% endfor %}", 99),
        EachLabel + EachLabel + Times("{% for b in issue.labels limit: 0 %}{% endfor %}", 18) + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + Times("{% for b in issue.labels offset: 1000 %}{% endfor %}", 97) + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + Times("{% for b in issue.labels limit: 1 %}{% endfor %}", 18) + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + Times("{% for b in 'x' %}{% endfor %}", 97) + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + Times("{% for b in newcomers %}{% endfor %}", 18) + "{% endfor %}{% endfor %}",

        // Conditions.
        EachLabel + EachLabel + $"{{% if a == mentor{Times(" or a == mentor", 28)} %}}{{% endif %}}" + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + $"{{% if a == mentor{Times(" or a == mentor", 1_800)} %}}{{% endif %}}" + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + $"{{% if issue.title contains issue.title and mentor{Times(" or a contains issue.title", 28)} %}}{{% endif %}}" + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + Times("{% if mentor == mentor %}{% endif %}", 29) + "{% endfor %}{% endfor %}",
        EachLabel + EachLabel + $"{{% if '{new string('x', 9_000)}' contains '{new string('x', 4_000)}y{new string('x', 4_000)}' %}}{{% endif %}}" + "{% endfor %}{% endfor %}",

        // Parsing.
        Times("{{a}}", 4_000),
        Times("{{a|b}}", 400),
        $"{{{{ a{Times(".b", 9_900)} }}}}",
        Times("{%if a%}", 199),
        new string('{', 20_000),
        Times("{{", 10_000),
        $"{{{{ {Times("a, ", 6_000)} }}}}",
        $"{{{{ {Times("'a' ", 4_900)} }}}}",
        $"{{{{ a | join: {Times("a, ", 6_000)}a }}}}",

        // Mentions.
        EachLabel + EachLabel + "@a{{ issue.number }}{{ forloop.index }} {% endfor %}{% endfor %}",
        Times("@a `", 4_900),
        Times("&#64;a ", 2_800),
        Times("@a\\-", 4_900),
        Times("@", 19_900),

        // Seams.
        EachLabel + EachLabel + "https://{{ a }}{% endfor %}{% endfor %}",
        Times("www.", 4_900) + "{{ issue.title }}",
        Times("://", 6_500) + "{{ issue.title }}",
        "@" + new string('a', 19_000) + "{{ issue.title }}{{ issue.title }}{{ issue.title }}",
        EachLabel + EachLabel + "@a/{{ a }}{% endfor %}{% endfor %}",

        // Blocks of code.
        Times("> ", 9_000) + "```",
        Times("- ", 9_000) + "```",
        EachLabel + Times("- ", 19) + "```\n{% endfor %}",
        EachLabel + Times("> ", 19) + "a\n{% endfor %}```",
        "```\n```\n" + string.Concat(Enumerable.Range(0, 120).Select(depth => new string(' ', 2 * depth) + "- a\n")),
        Times("[a]: b\n", 2_500) + "```",
        Times("```\n\n~~~\n", 1_900),
        EachLabel + EachLabel + "```{{ issue.number }}\n{% endfor %}{% endfor %}",
        Times("```\n", 4_900),
    ];

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_bomb_ends_within_sixteen_megabytes(string template)
    {
        foreach (var model in new[] { Full, Model(label: "", title: new('\u200B', 256)), Model(label: new('\u0301', 50), title: "@#:&`*[") })
        {
            Render(template, model);
            var before = GC.GetAllocatedBytesForCurrentThread();

            Render(template, model);

            var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(bytes < MostBytes, $"{bytes / 1024.0 / 1024:0.0} MB of {template[..Math.Min(template.Length, 200)]}");
        }
    }

    private void Render(string template, MessageModel model)
    {
        try
        {
            _renderer.Render(template, model);
        }
        catch (TemplateException)
        {
            // That is how most of them end.
        }
    }

    private static MessageModel Model(string label, string title) => new(
        "en", new RepositoryRef(1, 2, "octo", "hello"), "newcomer", new("issue", 7, title, "https://github.com/octo/hello/issues/7", [.. Enumerable.Repeat(label, 1_000)]), MessageLinks.None);

    private static string Times(string part, int count) => string.Concat(Enumerable.Repeat(part, count));
}
