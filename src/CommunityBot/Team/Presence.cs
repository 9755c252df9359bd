namespace CommunityBot.Team;

/// <summary>Whether somebody may be spoken to.</summary>
/// <param name="IsMuted">Whether they are never mentioned.</param>
/// <param name="AwayUntil">Until when they are away; null if they did not say so.</param>
public sealed record Presence(bool IsMuted, DateTimeOffset? AwayUntil)
{
    /// <summary>Of somebody who said nothing.</summary>
    public static readonly Presence Free = new(false, null);

    /// <summary>Whether they may be nudged and be given work.</summary>
    public bool IsFree(DateTimeOffset now) => !IsMuted && !(now < AwayUntil);
}
