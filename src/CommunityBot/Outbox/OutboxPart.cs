namespace CommunityBot.Outbox;

/// <summary>What one moment says, before it is known whether it was said already.</summary>
/// <param name="Moment">The moment's kind.</param>
/// <param name="Key">What the moment is once per; numeric ids, so that renames change nothing.</param>
/// <param name="Effect">What is said, without a marker.</param>
public sealed record OutboxPart(string Moment, string Key, SpokenEffect Effect);
