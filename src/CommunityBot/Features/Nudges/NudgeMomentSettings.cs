using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Features.Nudges;

/// <summary>A nudge: when it comes, and its words.</summary>
public sealed record NudgeMomentSettings : MomentSettings
{
    /// <summary>How long nothing has to happen. The next nudge comes after twice the wait of the one before; whatever author or reviewer do begins the wait anew.</summary>
    /// <example>2 workdays</example>
    public Duration After { get; init; } = new(5, DurationUnit.Workdays);
}
