namespace CommunityBot.RepositoryConfig;

/// <summary>Finds what somebody meant who misspelt a name.</summary>
internal static class NearestName
{
    /// <summary>About so many letters of a name for each edit: one slip in a short word, a few in a long one.</summary>
    private const int LettersPerEdit = 3;

    /// <summary>With fewer letters a short form could be one of too much.</summary>
    private const int FewestLetters = 3;

    /// <summary>A name this many edits away from a known one is another name.</summary>
    public const int MostEdits = 4;

    /// <summary>The known name nearest to another, whatever its capitals, or null if none is near.</summary>
    public static string? Of(string name, IEnumerable<string> known)
    {
        List<string> names = [.. known];
        return Of(name, names, Math.Clamp((name.Length + 1) / LettersPerEdit, 1, MostEdits)) ?? OnlyOne(names.FindAll(candidate => IsShort(name, candidate) || IsShort(candidate, name)));
    }

    /// <summary>The known name nearest to another, at most so many edits away, or null.</summary>
    public static string? Of(string name, IEnumerable<string> known, int mostEdits) => known
        .Where(candidate => Math.Abs(candidate.Length - name.Length) <= mostEdits)
        .Select(candidate => (Name: candidate, Edits: Edits(name, candidate)))
        .Where(near => near.Edits <= mostEdits)
        .OrderBy(near => near.Edits)
        .Select(near => near.Name)
        .FirstOrDefault();

    private static string? OnlyOne(List<string> names) => names is [var name] ? name : null;

    // "mon" for "monday", "first-pr" for "first-pull-request": the same first letters, and of the others some, in their order.
    private static bool IsShort(string name, string whole) => name.Length >= FewestLetters && whole.StartsWith(name[..FewestLetters], StringComparison.OrdinalIgnoreCase) && IsWithin(name, whole);

    private static bool IsWithin(string name, string whole)
    {
        var at = 0;
        foreach (var letter in whole)
        {
            if (at < name.Length && char.ToUpperInvariant(name[at]) == char.ToUpperInvariant(letter))
            {
                at++;
            }
        }

        return at == name.Length;
    }

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
