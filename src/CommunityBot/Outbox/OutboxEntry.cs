namespace CommunityBot.Outbox;

/// <summary>What is put into the outbox.</summary>
/// <param name="Moment">The moment's kind.</param>
/// <param name="Key">What the moment is once per; numeric ids, so that renames change nothing.</param>
/// <param name="Effect">What is to be done.</param>
public sealed record OutboxEntry(string Moment, string Key, Effect Effect);
