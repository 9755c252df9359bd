using System.ComponentModel.DataAnnotations;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Mentoring;

/// <summary>The offer to go through a pull request together.</summary>
public sealed record PairingSettings : MomentSettings
{
    /// <summary>After how many reviews in which insiders ask for changes.</summary>
    [Range(1, int.MaxValue)]
    public int AfterReviews { get; init; } = 2;
}
