using CommunityBot.GitHub;

namespace CommunityBot.Features.Nudges;

/// <summary>Whom a nudge is for.</summary>
/// <param name="People">Whom; nobody if there is nobody to be spoken to.</param>
public sealed record AddresseeChoice(IReadOnlyList<Account> People)
{
    /// <summary>There is nobody.</summary>
    public static readonly AddresseeChoice Nobody = new([]);

    /// <summary>Whether there is somebody, but not now.</summary>
    public bool IsLater { get; init; }

    /// <summary>When the first of them is back, if it was said.</summary>
    public DateTimeOffset? BackAt { get; init; }
}
