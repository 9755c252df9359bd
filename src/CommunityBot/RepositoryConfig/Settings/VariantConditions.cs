using System.ComponentModel.DataAnnotations;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Formats;

namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>Conditions that must all hold, at least one of them.</summary>
public sealed record VariantConditions
{
    /// <summary>A label of the item, or several of which one is enough. <c>*</c> stands for any text; capitals do not count.</summary>
    /// <example>[translation, "l10n/*"]</example>
    [Label]
    [OneOrMany]
    [MinLength(1)]
    public IReadOnlyList<string>? Label { get; init; }

    /// <summary>The <c>language</c> of the repository: in an owner's file, it has each repository speak its own.</summary>
    [Language]
    public string? Language { get; init; }

    /// <summary>A changed file of the pull request, or several of which one is enough; never holds for anything else. <c>*</c> stands for any text without a slash, <c>**</c> for any text.</summary>
    /// <example>["po/**", "**/*.po"]</example>
    [PathPattern]
    [OneOrMany]
    [MinLength(1)]
    public IReadOnlyList<string>? Path { get; init; }

    /// <summary>The person's contribution before this one, to this repository, was at least so long ago. Who never contributed before does not return.</summary>
    /// <example>52 weeks</example>
    public Duration? ReturningAfter { get; init; }
}
