using CommunityBot.Messages;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Cli;

/// <summary>Variants that a preview cannot choose, since they depend on what only GitHub knows.</summary>
internal static class HiddenVariants
{
    /// <summary>A line for each moment that has some.</summary>
    public static IEnumerable<string> Of(EffectiveConfig config, IEnumerable<Moment> moments)
    {
        foreach (var moment in moments)
        {
            if (Conditions(config.Moment(moment.Setting)?.Variants ?? []).Distinct().ToList() is { Count: > 0 } conditions)
            {
                yield return $"{moment.Setting}: no variant with {string.Join(" or ", conditions)} is shown, since a preview does not ask GitHub.";
            }
        }
    }

    private static IEnumerable<string> Conditions(IEnumerable<VariantSettings> variants)
    {
        foreach (var when in variants.Select(variant => variant.When))
        {
            if (when.Path is not null)
            {
                yield return "path";
            }

            if (when.ReturningAfter is not null)
            {
                yield return "returning-after";
            }
        }
    }
}
