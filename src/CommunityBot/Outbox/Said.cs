namespace CommunityBot.Outbox;

/// <summary>What was said on an occasion, by what the outbox knows it by.</summary>
/// <param name="Moment">The moment's kind.</param>
/// <param name="Key">What the moment is once per.</param>
public sealed record Said(string Moment, string Key);
