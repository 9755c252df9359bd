namespace CommunityBot.Team;

/// <summary>What somebody wants of the bot, in all repositories.</summary>
public sealed class AvailabilityRow
{
    /// <summary>Numeric id of the account.</summary>
    public long PersonId { get; init; }

    /// <summary>The login that the person had when they said so, in small letters.</summary>
    public required string Login { get; init; }

    /// <summary>Whether they are never mentioned.</summary>
    public bool Muted { get; init; }

    /// <summary>Until when they are away, in milliseconds since 1970; 0 if they are not.</summary>
    public long AwayUntil { get; init; }
}
