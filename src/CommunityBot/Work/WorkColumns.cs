namespace CommunityBot.Work;

/// <summary>The columns of a table of work, beside those that every one has.</summary>
/// <param name="Own">What is read of a claimed row.</param>
public sealed record WorkColumns(params string[] Own)
{
    /// <summary>The column of the installation, where that is not the lane itself. One that has nothing in hand is served before the lanes take turns, and it is what is held back.</summary>
    public string? Installation { get; init; }

    /// <summary>The rank of a row, in SQL, by what the statement calls the row: what is held back is held back from a rank on.</summary>
    public Func<string, string> RankOf { get; init; } = _ => "0";

    /// <summary>Whether the lowest rank goes first in a lane; else the oldest does.</summary>
    public bool RankGoesFirst { get; init; }

    /// <summary>The column of what is held back.</summary>
    internal string Held => Installation ?? "lane";

    /// <summary>What goes first, in SQL.</summary>
    internal string OrderOf(string row) => RankGoesFirst ? $"{RankOf(row)}, {row}.seq" : $"{row}.seq";
}
