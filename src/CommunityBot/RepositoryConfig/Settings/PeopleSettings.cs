using CommunityBot.RepositoryConfig.Formats;

namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>Who does what in the project.</summary>
public sealed record PeopleSettings
{
    /// <summary>Who helps newcomers: logins, or teams as <c>org/team</c>.</summary>
    /// <example>[alice, our-org/mentors]</example>
    [PersonOrTeam]
    [OneOrMany]
    public IReadOnlyList<string> Mentors { get; init; } = [];

    /// <summary>Who merges: logins, or teams as <c>org/team</c>.</summary>
    /// <example>[carol]</example>
    [PersonOrTeam]
    [OneOrMany]
    public IReadOnlyList<string> Mergers { get; init; } = [];

    /// <summary>Accounts that are never spoken to and never counted.</summary>
    /// <example>[some-bot]</example>
    [Account]
    [OneOrMany]
    public IReadOnlyList<string> Ignore { get; init; } = [];

    /// <summary>Whether an account is never spoken to and never counted.</summary>
    public bool Ignores(string? login) => Ignore.Contains(login, StringComparer.OrdinalIgnoreCase);
}
