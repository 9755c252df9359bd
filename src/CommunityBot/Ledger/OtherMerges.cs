namespace CommunityBot.Ledger;

/// <summary>Pull requests of a person that were merged, beside the one in hand.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Earlier">How many of them were merged before it.</param>
public sealed record OtherMerges(int Count, int Earlier);
