using System.Collections.Concurrent;

namespace CommunityBot.GitHubSimulator;

/// <summary>A team of an organization.</summary>
public sealed record SimulatedTeam(long Id, SimulatedUser Organization, string Slug)
{
    /// <summary><c>closed</c>, which all of the organization see, or <c>secret</c>.</summary>
    public string Privacy { get; set; } = "closed";

    /// <summary>Members by the id of the account.</summary>
    public ConcurrentDictionary<long, SimulatedUser> Members { get; } = new();

    /// <summary>Roles in repositories, by the repository's id.</summary>
    public ConcurrentDictionary<long, string> Roles { get; } = new();
}
