namespace CommunityBot.Storage;

/// <summary>Somebody else wrote first: a delivery, or another replica. What was decided is not true any more.</summary>
public sealed class OvertakenException() : Exception("somebody else wrote first");
