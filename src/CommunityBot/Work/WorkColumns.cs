namespace CommunityBot.Work;

/// <summary>The columns of a table of work, beside those that every one has.</summary>
/// <param name="Own">What is read of a claimed row.</param>
public sealed record WorkColumns(params string[] Own)
{
    /// <summary>The column of the installation, where that is not the lane itself: one that has nothing in hand is served before the lanes take turns.</summary>
    public string? Installation { get; init; }

    /// <summary>The column that says what goes first in a lane, the lowest number; null where the oldest does.</summary>
    public string? Rank { get; init; }

    /// <summary>The rank of a row, in SQL.</summary>
    /// <param name="row">What the statement calls the row.</param>
    internal string RankOf(string row) => Rank is null ? "0" : $"{row}.{Rank}";

    /// <summary>What goes first, in SQL.</summary>
    /// <param name="row">What the statement calls the row.</param>
    internal string OrderOf(string row) => Rank is null ? $"{row}.seq" : $"{row}.{Rank}, {row}.seq";
}
