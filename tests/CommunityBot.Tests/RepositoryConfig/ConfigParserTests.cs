using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Tests.RepositoryConfig;

public sealed class ConfigParserTests
{
    private const string Everything = """
        version: 1
        language: pt-BR
        mode: observe
        links:
          contributing: docs/CONTRIBUTING.md
          code-of-conduct: CODE_OF_CONDUCT.md
          roadmap: https://example.org/roadmap?x=1#now
          chat: https://example.org/chat
          ideas: https://example.org/survey
        people:
          mentors: [alice, our-org/mentors]
          mergers: [carol]
          ignore: ["some-app[bot]", some-bot]
        welcome:
          enabled: true
          after: 30 minutes
          first-issue: { enabled: false, labels: ["good: first"], reaction: none }
          first-pull-request:
            message: |
              Hi {{ author.mention }},

              {% if mentor %}{{ mentor }} helps.{% endif %}
            reaction: +1
            variants:
              - when: { label: translation, path: ["po/**", "**/*.po"], language: de, returning-after: 52 weeks }
                message: Willkommen zurück.
        nudges:
          calendar: { time-zone: Europe/Berlin, workdays: [mon, sun], hours: "08:00-24:00", holidays: [2026-12-25] }
        """;

    [Fact]
    public void Everything_that_can_be_written_is_read()
    {
        var file = Configs.Parse(Everything);

        Assert.Empty(file.Problems);
        Assert.Equal(23, file.Values.Count);
        Assert.Equal(BotMode.Observe, file.Values["mode"]);
        Assert.Equal(new Duration(30, DurationUnit.Minutes), file.Values["welcome.after"]);
        Assert.Equal(["some-app[bot]", "some-bot"], Assert.IsType<IReadOnlyList<string>>(file.Values["people.ignore"], exactMatch: false));
        Assert.Equal("+1", file.Values["welcome.first-pull-request.reaction"]);
        Assert.Equal("Europe/Berlin", ((TimeZoneInfo)file.Values["nudges.calendar.time-zone"]).Id);
        var variant = Assert.Single((IReadOnlyList<VariantSettings>)file.Values["welcome.first-pull-request.variants"]);
        Assert.Equal(["translation"], variant.When.Label);
        Assert.Equal(["po/**", "**/*.po"], variant.When.Path);
        Assert.Equal(new Duration(52, DurationUnit.Weeks), variant.When.ReturningAfter);
        Assert.Equal("Willkommen zurück.", variant.Message);
    }

    [Theory]
    [InlineData("lenguage: de", "1:1 lenguage is not a key of the config; did you mean language?")]
    [InlineData("welcome:\n  first-isue: {}", "2:3 welcome.first-isue is not a key of welcome; did you mean first-issue?")]
    [InlineData("welcome:\n  first-issue: { mesage: Hi }", "2:18 welcome.first-issue.mesage is not a key of welcome.first-issue; did you mean message?")]
    [InlineData("links: { homepage: https://example.org }", "1:10 links.homepage is not a key of links; there are contributing, code-of-conduct, roadmap, chat, ideas")]
    [InlineData("nudges:\n  calender: {}", "2:3 nudges.calender is not a key of nudges; did you mean calendar?")]
    [InlineData("welcome: { first-pr: {} }", "1:12 welcome.first-pr is not a key of welcome; did you mean first-pull-request?")]
    [InlineData("welcome: { someday: {} }", "1:12 welcome.someday is not a key of welcome; there are enabled, after, first-issue, first-pull-request, first-discussion, first-review")]
    [InlineData("newIssueWelcomeComment: Hi", "1:1 newIssueWelcomeComment is a key of the welcome bot, read from .github/config.yml alone; here it is welcome.first-issue.message")]
    [InlineData("Version: 1", "1:1 Version is not a key of the config; did you mean version?")]
    public void An_unknown_key_is_a_problem_that_names_the_nearest(string text, string expected) => Assert.Equal([expected], Configs.Problems(text));

    [Theory]
    [InlineData("version: 2", "1:10 version is \"2\", expected 1")]
    [InlineData("version: one", "1:10 version is \"one\", expected 1")]
    [InlineData("language: english", "1:11 language is \"english\", expected a language of the built-in texts: en, zh-Hans, es, pt-BR, ja, de, fr")]
    [InlineData("language: zh-hans", "1:11 language is \"zh-hans\", expected a language of the built-in texts: en, zh-Hans, es, pt-BR, ja, de, fr; did you mean zh-Hans?")]
    [InlineData("mode: true", "1:7 mode is \"true\", expected one of: on, observe, off")]
    [InlineData("mode: ofg", "1:7 mode is \"ofg\", expected one of: on, observe, off; did you mean off?")]
    [InlineData("links:", "1:7 links is empty, expected keys with values")]
    [InlineData("links: [a]", "1:8 links is a list, expected keys with values")]
    [InlineData("links: { chat: 5 }", "1:16 links.chat is \"5\", expected an http or https address, or a path from the root of the repository without a slash at its start; a text that looks like that needs quotes")]
    [InlineData("links: { chat: 'javascript:alert(1)' }", "1:16 links.chat is \"javascript:alert(1)\", expected an http or https address, or a path from the root of the repository without a slash at its start")]
    [InlineData("people: { mentors: '@alice' }", "1:20 people.mentors is \"@alice\", expected a login or org/team, without @")]
    [InlineData("people: { mentors: {} }", "1:20 people.mentors is keys with values, expected a login or org/team, without @, or a list of such")]
    [InlineData("nudges: { calendar: { workdays: mon } }", "1:33 nudges.calendar.workdays is \"mon\", expected a list with something in it")]
    [InlineData("people: { mentors: ['@alice'] }", "1:21 people.mentors[0] is \"@alice\", expected a login or org/team, without @")]
    [InlineData("people: { ignore: [our-org/team] }", "1:20 people.ignore[0] is \"our-org/team\", expected a login without @")]
    [InlineData("welcome: { enabled: yes }", "1:21 welcome.enabled is \"yes\", expected true or false; did you mean true?")]
    [InlineData("welcome: { enabled: Off }", "1:21 welcome.enabled is \"Off\", expected true or false; did you mean false?")]
    [InlineData("welcome: { enabled: 'true' }", "1:21 welcome.enabled is \"true\", expected true or false; write it without quotes")]
    [InlineData("thanks: { milestones: { counts: ['5'] } }", "1:34 thanks.milestones.counts[0] is \"5\", expected a whole number from 1; write it without quotes")]
    [InlineData("welcome: { after: 5 }", "1:19 welcome.after is \"5\", expected a duration: a whole number up to 9999 and seconds, minutes, hours, days, weeks or workdays, for example 3 workdays; a text that looks like that needs quotes")]
    [InlineData("welcome: { after: soon }", "1:19 welcome.after is \"soon\", expected a duration: a whole number up to 9999 and seconds, minutes, hours, days, weeks or workdays, for example 3 workdays")]
    [InlineData("welcome: { first-issue: { reaction: haert } }", "1:37 welcome.first-issue.reaction is \"haert\", expected a reaction: +1, -1, laugh, confused, heart, hooray, rocket, eyes, none; did you mean heart?")]
    [InlineData("welcome: { first-issue: { labels: [5] } }", "1:36 welcome.first-issue.labels[0] is \"5\", expected the name of a label, up to 50 characters; a text that looks like that needs quotes")]
    [InlineData("welcome: { first-issue: { message: { text: Hi } } }", "1:36 welcome.first-issue.message is keys with values, expected the text of a message")]
    [InlineData("welcome: { first-issue: { message: ' ' } }", "1:36 welcome.first-issue.message is \" \", expected the text of a message")]
    [InlineData("nudges: { calendar: { time-zone: Europe/Brelin } }", "1:34 nudges.calendar.time-zone is \"Europe/Brelin\", expected the IANA name of a time zone, for example Europe/Berlin; did you mean Europe/Berlin?")]
    [InlineData("nudges: { calendar: { hours: '22:00-06:00' } }", "1:30 nudges.calendar.hours is \"22:00-06:00\", expected hours of one day that end after they begin, for example 09:00-17:00")]
    [InlineData("nudges: { calendar: { workdays: [] } }", "1:33 nudges.calendar.workdays is an empty list, expected a list with something in it")]
    [InlineData("nudges: { calendar: { workdays: [monday] } }", "1:34 nudges.calendar.workdays[0] is \"monday\", expected one of: sun, mon, tue, wed, thu, fri, sat; did you mean mon?")]
    [InlineData("nudges: { calendar: { holidays: [2027-02-29] } }", "1:34 nudges.calendar.holidays[0] is \"2027-02-29\", expected a date, for example 2026-12-25")]
    public void A_wrong_value_is_a_problem_that_says_what_is_expected(string text, string expected) => Assert.Equal([expected], Configs.Problems(text));

    [Theory]
    [InlineData("- message: Hi", "has no when")]
    [InlineData("- when: { label: a }", "has no message")]
    [InlineData("- { when: {}, message: Hi }", "when is empty, expected one of label, language, path, returning-after")]
    [InlineData("- { when: { label: [] }, message: Hi }", "when.label is an empty list, expected the name of a label, up to 50 characters, or a list of such")]
    [InlineData("- { when: { labels: a }, message: Hi }", "labels is not a key of welcome.first-issue.variants[0].when; did you mean label?")]
    [InlineData("- { when: { label: a, path: /a }, message: Hi }", "expected a pattern for paths")]
    [InlineData("- Hi", "expected keys with values")]
    public void A_variant_with_a_problem_is_left_out_whole(string variant, string expected)
    {
        var file = Configs.Parse($"welcome:\n  first-issue:\n    variants:\n      {variant}\n      - {{ when: {{ label: b }}, message: Hello }}");

        Assert.Contains(expected, Assert.Single(file.Problems).Message, StringComparison.Ordinal);
        Assert.Equal("Hello", Assert.Single((IReadOnlyList<VariantSettings>)file.Values["welcome.first-issue.variants"]).Message);
    }

    [Theory]
    [InlineData("chat.example.org", true)]
    [InlineData("discord.gg/abc", true)]
    [InlineData("example.com", true)]
    [InlineData("https://chat.example.org", false)]
    [InlineData("CONTRIBUTING.md", false)]
    [InlineData("contributing.md", false)]
    [InlineData("roadmap.org", false)]
    [InlineData("docs/guide.md", false)]
    [InlineData(".github/CONTRIBUTING.md", false)]
    [InlineData("guide.old/index.html", false)]
    public void A_path_that_looks_like_a_host_name_is_taken_with_a_doubt(string link, bool isDoubted)
    {
        var file = Configs.Parse($"links: {{ chat: {link} }}");

        Assert.True(file.IsValid);
        Assert.Equal(link, file.Values["links.chat"]);
        Assert.Equal(
            isDoubted ? [$"links.chat is \"{link}\", a path in the repository, but looks like a host name; did you mean https://{link}?"] : [],
            file.Problems.Select(problem => problem.Message));
    }

    [Theory]
    [InlineData("welcome: { first-issue", true)]
    [InlineData("welcome: { first-discussion", true)]
    [InlineData("thanks: { answer", true)]
    [InlineData("thanks: { reporter", true)]
    [InlineData("welcome: { first-pull-request", false)]
    [InlineData("thanks: { milestones", false)]
    public void A_condition_that_never_holds_is_a_notice(string moment, bool never)
    {
        var file = Configs.Parse($"{moment}: {{ variants: [{{ when: {{ path: a }}, message: Hi }}] }} }}");

        Assert.True(file.IsValid);
        Assert.Single((System.Collections.IEnumerable)file.Values.Single().Value);
        Assert.Equal(never, file.Problems.Any(problem => problem.Message.EndsWith(".variants[0].when.path never holds, since only pull requests change files", StringComparison.Ordinal)));
    }

    [Fact]
    public void One_may_stand_for_a_list_of_one()
    {
        var file = Configs.Parse("people: { mentors: alice, mergers: our-org/team, ignore: 'some-app[bot]' }\nwelcome: { first-issue: { labels: newcomer } }\nthanks: { merged-labels: Merged }");

        Assert.Empty(file.Problems);
        Assert.Equal(
            ["alice", "our-org/team", "some-app[bot]", "newcomer", "Merged"],
            file.Values.Values.Select(value => Assert.Single(Assert.IsType<IReadOnlyList<string>>(value, exactMatch: false))));
    }

    [Fact]
    public void The_valid_rest_still_applies()
    {
        var file = Configs.Parse("version: 1\nmod: off\nlanguage: xx\npeople:\n  ignore: [a, '@b', c]\n  mentors: ['@d']\n  mergers: []\nlanguage: de\n");

        Assert.Equal([2, 3, 5, 6, 8], file.Problems.Select(problem => problem.Line));
        Assert.Equal(["version", "people.ignore", "people.mergers"], file.Values.Keys);
        Assert.Equal(["a", "c"], (IReadOnlyList<string>)file.Values["people.ignore"]);
    }

    [Fact]
    public void A_key_that_is_there_twice_is_a_problem() =>
        Assert.Equal(["2:1 mode is here twice; what line 1 says counts"], Configs.Problems("mode: off\nmode: on"));

    [Fact]
    public void A_hundred_problems_are_enough_and_none_is_long()
    {
        var problems = Configs.Problems($"people:\n  ignore: [{string.Concat(Enumerable.Repeat("5,", 10_000))}]\n{new string('x', 1_000)}: 1\nlanguage: {new string('y', 1_000)}\n").ToList();

        Assert.Equal(101, problems.Count);
        Assert.EndsWith(" There are 9902 more problems from here on", problems[^1], StringComparison.Ordinal);
        Assert.All(Configs.Problems($"{new string('x', 1_000)}: 1\nlanguage: {new string('y', 1_000)}\n"), problem => Assert.InRange(problem.Length, 1, 300));
    }

    [Fact]
    public void What_a_later_version_will_have_is_a_notice()
    {
        var file = Configs.Parse("digest:\n  enabled: true\nnudges:\n  calendar: { time-zone: UTC }\n");

        Assert.True(file.IsValid);
        Assert.Equal(["digest"], file.Problems.Select(problem => problem.KeyPath));
        Assert.All(file.Problems, problem => Assert.Equal(ProblemSeverity.Notice, problem.Severity));
        Assert.Equal(["nudges.calendar.time-zone"], file.Values.Keys);
    }

    [Theory]
    [InlineData("welcome:\n  first-issue:\n    message: |\n      Hi {{ author.mention }},\n\n      {{ author.login | shout }}\n", 6, 25)]
    [InlineData("welcome:\n  first-issue:\n    message: |2\n       Hi {{ author\n", 4, 20)]
    [InlineData("welcome:\n  first-issue:\n    message: |-\n\n      {% assign a = 1 %}\n", 5, null)]
    [InlineData("welcome:\r\n  first-issue:\r\n    message: |\r\n      Hi\r\n      {% for i in (1..3) %}{% endfor %}\r\n", 5, 7)]
    [InlineData("welcome:\n  first-issue:\n    message: >\n      Hi\n      {{ a | shout }}\n", 3, 14)]
    [InlineData("welcome:\n  first-issue: { message: \"{{ a | shout }}\" }\n", 2, 27)]
    [InlineData("welcome:\n  first-issue:\n    variants:\n      - when: { label: a }\n        message: |\n          {{ a | shout }}\n", 6, 18)]
    [InlineData("welcome:\n  first-issue:\n    message: |\n      Hi {{ author.mention }},\n      {{ issue.titel }}\n", 5, 16)]
    [InlineData("welcome:\n  first-issue: { message: \"{{{{{\" }\n", 2, 27)]
    [InlineData("welcome:\n  first-issue:\n    message: |-\n      {{{{{\n", 4, null)]
    [InlineData("welcome:\n  first-issue:\n    message: |\n      Do this:\n\n      ```sh\n      make\n", 6, 7)]
    [InlineData("welcome:\n  first-issue:\n    message: |\n      {% for label in issue.labels %}{% for other in issue.labels %}{{ issue.title }}{% endfor %}{% endfor %}\n", 4, 7)]
    [InlineData("welcome:\n  first-issue:\n    message: |\n      {% if issue.labels.size == 0 %}{{ 99999999999999999999999999 | date: '%Y' }}{% endif %}\n", 4, 7)]
    public void A_broken_template_is_a_problem_where_it_is_broken(string text, int line, int? column)
    {
        var problem = Assert.Single(Configs.Parse(text).Problems);

        Assert.Equal((line, column ?? problem.Column), (problem.Line, problem.Column));
        Assert.Contains("message: ", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', problem.Message);
    }

    [Fact]
    public void A_template_that_does_too_much_when_it_is_printed_is_a_problem()
    {
        var message = string.Concat(Enumerable.Repeat("{{ 'now' | date: '%Y' }} ", 130));

        var problem = Assert.Single(Configs.Parse($"welcome:\n  first-issue:\n    message: \"{message}\"\n").Problems);

        Assert.Equal((3, 14, "welcome.first-issue.message: The filters and loops of the message do more than a message needs"), (problem.Line, problem.Column, problem.Message));
    }

    [Theory]
    [InlineData("{% for a in issue.labels %}{{ issue.labels | join | size }}{% endfor %}", 90, 99)]
    [InlineData("{% for a in newcomers %}{{ issue.title }} {{ issue.title }}{% endfor %}", 20, 40)]
    [InlineData("{% for a in newcomers %}- a\\n- b\\n- c\\n- d\\n{% endfor %}\\n```\\n```", 70, 90)]
    public void Templates_that_together_do_too_much_are_problems_and_not_tried(string message, int least, int most)
    {
        var variants = string.Concat(Enumerable.Range(0, 100).Select(at => $"    - when: {{ label: a }}\n      message: \"{at} {message}\"\n"));

        var problems = Configs.Parse($"welcome:\n  first-issue:\n    message: Hello.\n    variants:\n{variants}").Problems;

        Assert.InRange(problems.Count, least, most);
        Assert.All(problems, problem => Assert.EndsWith("message: The messages of this file do more together than messages need, so this one is not used: go through fewer lists, or shorten the blocks of code", problem.Message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("digest: { enabled: true }")]
    public void Keys_that_a_later_version_will_have_are_no_failure(string text)
    {
        var file = Configs.Parse(text);

        Assert.True(file.IsValid);
        Assert.Equal(ProblemSeverity.Notice, Assert.Single(file.Problems).Severity);
    }
}
