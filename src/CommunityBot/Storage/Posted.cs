namespace CommunityBot.Storage;

/// <summary>What came of a statement that was posted (<see cref="Session.PostAsync"/>).</summary>
public sealed class Posted
{
    /// <summary>Rows that it changed. It is known once the transaction is committed.</summary>
    public int Rows { get; internal set; }
}
