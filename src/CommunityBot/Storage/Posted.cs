using System.Data.Common;

namespace CommunityBot.Storage;

/// <summary>What came of a statement that was posted (<see cref="Session.PostAsync"/>).</summary>
public sealed class Posted
{
    private readonly DbBatchCommand? _sent;

    private readonly int _rows;

    /// <summary>Of a statement that has run.</summary>
    internal Posted(int rows) => _rows = rows;

    /// <summary>Of a statement that runs with others.</summary>
    internal Posted(DbBatchCommand sent) => _sent = sent;

    /// <summary>Rows that it changed; known once the transaction is committed.</summary>
    public int Rows => _sent?.RecordsAffected ?? _rows;
}
