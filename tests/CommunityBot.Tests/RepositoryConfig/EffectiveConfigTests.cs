using CommunityBot.Features.Welcome;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Settings;
using CsCheck;

namespace CommunityBot.Tests.RepositoryConfig;

public sealed class EffectiveConfigTests
{
    [Fact]
    public void A_section_can_be_a_moment()
    {
        var config = EffectiveConfig.Of(Configs.Keys, repository: Configs.Parse("mentoring: { good-first-issue: { message: Hi }, pairing: { message: Ho } }"));

        Assert.Equal("Hi", config.Moment("mentoring.good-first-issue")?.Message);
        Assert.Equal("Ho", config.Moment("mentoring.pairing")?.Message);
        Assert.Null(config.Moment("mentoring.claims"));
    }

    [Fact]
    public void Without_files_the_defaults_are_in_force()
    {
        var config = EffectiveConfig.Of(Configs.Keys);

        Assert.Equal(new GeneralSettings { Version = 1, Language = "en", Mode = BotMode.On }, config.Get<GeneralSettings>());
        var welcome = config.Get<WelcomeSettings>();
        Assert.Equal((true, new Duration(0, DurationUnit.Seconds)), (welcome.Enabled, welcome.After));
        Assert.Equal((true, "heart", null), (welcome.FirstIssue.Enabled, welcome.FirstIssue.Reaction, welcome.FirstIssue.Message));
        Assert.Empty(welcome.FirstPullRequest.Labels);
        Assert.Equal(TimeZoneInfo.Utc, config.Get<CalendarSettings>().TimeZone);
        Assert.All(config.Values, value => Assert.Equal(ConfigOrigin.Default, value.Origin));
    }

    [Fact]
    public void The_nearer_file_wins_key_by_key()
    {
        var config = Layered(
            owner: "language: de\nmode: observe\nwelcome: { after: 1 hour, first-issue: { message: Hallo, labels: [a, b] } }\npeople: { mentors: [alice] }",
            repository: "language: fr\nwelcome: { first-issue: { labels: [c], reaction: none } }\npeople: { mentors: [] }");
        var issue = config.Get<WelcomeSettings>().FirstIssue;

        Assert.Equal(("fr", BotMode.Observe), (config.Get<GeneralSettings>().Language, config.Get<GeneralSettings>().Mode));
        Assert.Equal(("Hallo", "none"), (issue.Message, issue.Reaction));
        Assert.Equal(["c"], issue.Labels);
        Assert.Empty(config.Get<PeopleSettings>().Mentors);
        Assert.Equal("heart", config.Get<WelcomeSettings>().FirstPullRequest.Reaction);
    }

    [Fact]
    public void Each_value_says_where_it_comes_from()
    {
        var config = Layered(owner: "mode: off\nwelcome: { after: 1 hour }", repository: "mode: on\npeople: { mentors: [alice, bob] }");

        Assert.Equal(
            [
                new("mode", "on", ConfigOrigin.RepositoryFile),
                new("people.mentors", "[alice, bob]", ConfigOrigin.RepositoryFile),
                new("welcome.after", "1 hour", ConfigOrigin.OwnerFile),
            ],
            config.Values.Where(value => value.Origin != ConfigOrigin.Default));
        Assert.Equal(
            ["version 1", "language en", "nudges.calendar.time-zone UTC", "nudges.calendar.workdays [mon, tue, wed, thu, fri]", "nudges.calendar.hours 09:00-17:00", "welcome.first-issue.reaction heart"],
            config.Values.Where(value => value.KeyPath is "version" or "language" or "welcome.first-issue.reaction" || (value.KeyPath.StartsWith("nudges.calendar.", StringComparison.Ordinal) && value.Text.Length > 2))
                .Select(value => $"{value.KeyPath} {value.Text}"));
    }

    [Fact]
    public void An_invalid_value_leaves_the_farther_one_in_force()
    {
        var config = Layered(owner: "language: de\nwelcome: { after: 1 hour }", repository: "language: xx\nwelcome: { after: soon, enabled: false }");

        Assert.Equal("de", config.Get<GeneralSettings>().Language);
        Assert.Equal((false, new Duration(1, DurationUnit.Hours)), (config.Get<WelcomeSettings>().Enabled, config.Get<WelcomeSettings>().After));
    }

    [Fact]
    public void One_config_changes_nothing_of_another()
    {
        _ = Layered("welcome: { first-issue: { reaction: eyes } }", null);

        Assert.Equal("heart", EffectiveConfig.Of(Configs.Keys).Get<WelcomeSettings>().FirstIssue.Reaction);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("thanks: { enabled: false }", true)]
    [InlineData("welcome: { first-pull-request: { enabled: false } }", true)]
    [InlineData("welcome: { enabled: false }", false)]
    [InlineData("welcome: { enabled: false, first-issue: { enabled: true } }", false)]
    [InlineData("welcome: { first-issue: { enabled: false } }", false)]
    public void A_moment_is_wanted_if_it_and_its_section_are_switched_on(string config, bool isWanted) =>
        Assert.Equal(isWanted, Layered(null, config).IsWanted("welcome.first-issue"));

    [Fact]
    public void Whatever_the_layers_say_each_key_has_the_value_of_the_nearest_that_has_it()
    {
        var file = Gen.Select(Gen.OneOf<string?>("de", "fr", "xx", null), Gen.OneOf<string?>("1 day", "2 weeks", "soon", null), Gen.Bool).Select((language, after, there) =>
            there ? $"{(language is null ? "" : $"language: {language}\n")}{(after is null ? "" : $"welcome: {{ after: {after} }}\n")}" : null);
        Gen.Select(file, file).Sample((owner, repository) =>
        {
            var config = Layered(owner, repository);

            Assert.Equal(Nearest("language", owner, repository) ?? "en", config.Get<GeneralSettings>().Language);
            Assert.Equal(Nearest("welcome.after", owner, repository) ?? new Duration(0, DurationUnit.Seconds), config.Get<WelcomeSettings>().After);
        });

        static object? Nearest(string path, params string?[] files) =>
            files.Reverse().Where(text => text is not null).Select(text => Configs.Parse(text!).Values.GetValueOrDefault(path)).FirstOrDefault(value => value is not null);
    }

    private static EffectiveConfig Layered(string? owner, string? repository) =>
        EffectiveConfig.Of(Configs.Keys, owner is null ? null : Configs.Parse(owner), repository is null ? null : Configs.Parse(repository));
}
