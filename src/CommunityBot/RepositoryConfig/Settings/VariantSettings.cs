using System.ComponentModel.DataAnnotations;
using CommunityBot.RepositoryConfig.Formats;

namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>Another message for some.</summary>
public sealed record VariantSettings
{
    /// <summary>For whom: conditions that must all hold.</summary>
    [MinLength(1)]
    public required VariantConditions When { get; init; }

    /// <summary>What is said: Markdown and Liquid.</summary>
    /// <example>Welcome back, {{ author.mention }}.</example>
    [Template]
    public required string Message { get; init; }
}
