using CommunityBot.RepositoryConfig.Calendar;

namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>Which message speaks.</summary>
public static class VariantRules
{
    /// <summary>The template of the first variant whose conditions all hold, else the moment's own; null for the built-in text.</summary>
    /// <param name="moment">What the config says of the moment.</param>
    /// <param name="facts">What is known of the occasion.</param>
    /// <param name="config">The config, for its language and its calendar.</param>
    public static string? Message(MomentSettings moment, VariantFacts facts, EffectiveConfig config) =>
        moment.Variants.FirstOrDefault(variant => Hold(variant.When, facts, config))?.Message ?? moment.Message;

    /// <summary>Whether what is said of a moment may depend on the labels of the item.</summary>
    public static bool NeedsLabels(MomentSettings moment) =>
        moment.Variants.Any(variant => variant.When.Label is not null)
        || moment.Variants.Select(variant => variant.Message).Append(moment.Message).Any(message => message?.Contains("labels", StringComparison.Ordinal) == true);

    /// <summary>Whether what is said of a moment may depend on when the person was last heard of.</summary>
    public static bool NeedsHistory(MomentSettings moment) => moment.Variants.Any(variant => variant.When.ReturningAfter is not null);

    private static bool Hold(VariantConditions when, VariantFacts facts, EffectiveConfig config) =>
        (when.Label is null || facts.Labels.Any(label => when.Label.Any(pattern => LabelPattern.Fits(pattern, label))))
        && (when.Path is null || facts.Files.Any(file => when.Path.Any(pattern => PathPattern.Fits(pattern, file))))
        && (when.Language is null || when.Language == config.Get<GeneralSettings>().Language)
        && (when.ReturningAfter is not { } away || Returns(away, facts, config));

    private static bool Returns(Duration away, VariantFacts facts, EffectiveConfig config) =>
        facts.LastContribution is { } last && away.After(last, new WorkCalendar(config.Get<CalendarSettings>())) <= facts.At;
}
