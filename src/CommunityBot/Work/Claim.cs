namespace CommunityBot.Work;

/// <summary>A row that a worker has claimed.</summary>
/// <param name="Seq">The row's place in its queue.</param>
/// <param name="Lane">What it must stay in order with.</param>
/// <param name="Held">What is held back when GitHub asks to wait: the lane, or the installation where that is not the lane.</param>
/// <param name="Attempts">Attempts so far, this one included.</param>
/// <param name="Since">When it began to wait.</param>
/// <param name="TriedSince">When giving up is counted from: when it first failed, or when an operator last had it tried again; now if neither has happened.</param>
/// <param name="Deadline">When work on it has to be over: 10 s before its lease ends, counted from when that began.</param>
/// <param name="Item">What is to be done.</param>
public sealed record Claim<T>(long Seq, long Lane, long Held, int Attempts, DateTimeOffset Since, DateTimeOffset TriedSince, DateTimeOffset Deadline, T Item);
