using CommunityBot.Features.Welcome;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Settings;
using CommunityBot.Tests.RepositoryConfig.Calendar;

namespace CommunityBot.Tests.RepositoryConfig.Settings;

public sealed class VariantRulesTests
{
    private static readonly VariantFacts Nothing = new([], [], Instants.Of("2026-11-24T12:00:00Z"), null);

    [Theory]
    [InlineData("label: translation", "Translation", true)]
    [InlineData("label: translation", "translations", false)]
    [InlineData("label: 'l10n/*'", "l10n/de", true)]
    [InlineData("label: ['a', 'l10n/*']", "l10n/de", true)]
    [InlineData("label: 'help wanted?'", "help wanted?", true)]
    [InlineData("label: 'help wanted?'", "help wanteds", false)]
    [InlineData("label: '*'", null, true)]
    [InlineData("label: a, language: en", "a", true)]
    [InlineData("label: a, language: de", "a", false)]
    [InlineData("language: en", null, true)]
    public void A_label_or_a_language_chooses(string when, string? label, bool holds) => AssertHolds(holds, when, Nothing with { Labels = label is null ? ["bug"] : ["bug", label] });

    [Theory]
    [InlineData("po/**", true)]
    [InlineData("kernel/**", false)]
    public void A_changed_file_chooses(string pattern, bool holds)
    {
        AssertHolds(holds, $"path: '{pattern}'", Nothing with { Files = ["README.md", "po/de.po"] });
        AssertHolds(false, $"path: '{pattern}'", Nothing);
    }

    [Theory]
    [InlineData("returning-after: 52 weeks", "2025-11-25T12:00:00Z", true)]
    [InlineData("returning-after: 52 weeks", "2025-11-25T12:00:01Z", false)]
    [InlineData("returning-after: 2 workdays", "2026-11-20T12:00:00Z", true)]
    [InlineData("returning-after: 3 workdays", "2026-11-20T12:00:00Z", false)]
    [InlineData("returning-after: 0 days", null, false)]
    public void Who_was_away_for_long_returns(string when, string? last, bool holds) =>
        AssertHolds(holds, when, Nothing with { LastContribution = last is null ? null : Instants.Of(last) });

    [Fact]
    public void The_first_that_holds_speaks()
    {
        var config = Config("[{ when: { label: a }, message: One }, { when: { label: '*' }, message: Two }, { when: { label: b }, message: Three }]");

        Assert.Equal("One", Message(config, Nothing with { Labels = ["b", "a"] }));
        Assert.Equal("Two", Message(config, Nothing with { Labels = ["b"] }));
        Assert.Equal("Nobody", Message(config, Nothing));
        Assert.Null(Message(EffectiveConfig.Of(Configs.Keys), Nothing));
    }

    private static void AssertHolds(bool holds, string when, VariantFacts facts) =>
        Assert.Equal(holds ? "Somebody" : "Nobody", Message(Config($"[{{ when: {{ {when} }}, message: Somebody }}]"), facts));

    private static string? Message(EffectiveConfig config, VariantFacts facts) => VariantRules.Message(config.Get<WelcomeSettings>().FirstPullRequest, facts, config);

    private static EffectiveConfig Config(string variants)
    {
        var file = Configs.Parse($"welcome: {{ first-pull-request: {{ message: Nobody, variants: {variants} }} }}");
        Assert.Empty(file.Problems);
        return EffectiveConfig.Of(Configs.Keys, repository: file);
    }
}
