namespace CommunityBot.GitHub;

/// <summary>What an installation used of the requests that GitHub grants it in a minute.</summary>
public sealed class RequestPointsRow
{
    /// <summary>Numeric id of the installation.</summary>
    public long InstallationId { get; init; }

    /// <summary>Until when what was used would last if it were used evenly, in milliseconds since 1970: the further away, the less is left.</summary>
    public long UsedUntil { get; init; }
}
