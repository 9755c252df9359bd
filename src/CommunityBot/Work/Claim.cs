namespace CommunityBot.Work;

/// <summary>A row that a worker has claimed.</summary>
/// <param name="Seq">The row's place in its queue.</param>
/// <param name="Lane">What it must stay in order with.</param>
/// <param name="Attempts">Attempts so far, this one included.</param>
/// <param name="Since">When it began to wait, from which giving up is counted.</param>
/// <param name="Item">What is to be done.</param>
public sealed record Claim<T>(long Seq, long Lane, int Attempts, DateTimeOffset Since, T Item);
