namespace CommunityBot.RepositoryConfig;

/// <summary>Finds what somebody meant who misspelt a name.</summary>
internal static class NearestName
{
    /// <summary>About so many letters of a name for each edit: one slip in a short word, a few in a long one.</summary>
    private const int LettersPerEdit = 3;

    /// <summary>A name this many edits away from a known one is another name.</summary>
    public const int MostEdits = 4;

    /// <summary>The known name nearest to another, whatever its capitals, or null if none is near.</summary>
    public static string? Of(string name, IEnumerable<string> known) => Of(name, known, Math.Clamp((name.Length + 1) / LettersPerEdit, 1, MostEdits));

    /// <summary>The known name nearest to another, at most so many edits away, or null.</summary>
    public static string? Of(string name, IEnumerable<string> known, int mostEdits) => known
        .Where(candidate => Math.Abs(candidate.Length - name.Length) <= mostEdits)
        .Select(candidate => (Name: candidate, Edits: Edits(name, candidate)))
        .Where(near => near.Edits <= mostEdits)
        .OrderBy(near => near.Edits)
        .Select(near => near.Name)
        .FirstOrDefault();

    private static int Edits(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var (diagonal, above) = (row[0], 0);
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                above = row[j];
                var same = char.ToUpperInvariant(one[i - 1]) == char.ToUpperInvariant(other[j - 1]);
                row[j] = Math.Min(Math.Min(row[j] + 1, row[j - 1] + 1), diagonal + (same ? 0 : 1));
                diagonal = above;
            }
        }

        return row[^1];
    }
}
