namespace CommunityBot.Team;

/// <summary>
/// A pattern of CODEOWNERS: <see href="https://git-scm.com/docs/gitignore#_pattern_format">that of .gitignore</see> without negation and ranges, which GitHub does not take. It is no regular expression, since those
/// refuse hundreds of stars or take seconds for them; this takes as long as pattern and path are long, multiplied.
/// </summary>
internal sealed class OwnedPaths
{
    private const int AnyLetters = -1;

    private const int AnyLetter = -2;

    /// <summary>Stands for any number of folders, also for none.</summary>
    private static readonly int[] AnyFolders = [];

    private static readonly int[] Anything = [AnyLetters];

    private readonly List<int[]> _segments = [];

    /// <summary>Reads a pattern.</summary>
    public OwnedPaths(string pattern)
    {
        var isFolder = pattern.EndsWith('/');
        var isAnchored = pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        var segments = pattern.Trim('/').Split('/');
        if (!isAnchored)
        {
            _segments.Add(AnyFolders);
        }

        foreach (var segment in segments)
        {
            _segments.Add(segment == "**" ? AnyFolders : Letters(segment));
        }

        if (segments[^1] == "**")
        {
            _segments.Add(Anything);
        }

        // What fits a folder fits all that is in it; but for a star alone, which fits what is directly in a folder.
        if (isFolder)
        {
            _segments.AddRange([Anything, AnyFolders]);
        }
        else if (segments[^1] != "*" || !isAnchored)
        {
            _segments.Add(AnyFolders);
        }
    }

    /// <summary>Whether a path fits.</summary>
    public bool Fit(string path) => Fit(
        _segments, path.Split('/'), segment => segment == AnyFolders, (segment, part) => Fit(segment, part.ToCharArray(), letter => letter == AnyLetters, (letter, actual) => letter == AnyLetter || letter == actual));

    private static int[] Letters(string segment)
    {
        var letters = new List<int>();
        for (var i = 0; i < segment.Length; i++)
        {
            letters.Add(segment[i] switch
            {
                '*' => AnyLetters,
                '?' => AnyLetter,
                '\\' when i + 1 < segment.Length => segment[++i],
                var letter => letter,
            });
        }

        return [.. letters];
    }

    // Only the last that stands for many has to be tried with more: what an earlier one could take besides, that one can.
    private static bool Fit<TToken, TPart>(IReadOnlyList<TToken> tokens, IReadOnlyList<TPart> parts, Func<TToken, bool> isMany, Func<TToken, TPart, bool> fits)
    {
        var (token, part, many, taken) = (0, 0, -1, 0);
        while (part < parts.Count)
        {
            if (token < tokens.Count && isMany(tokens[token]))
            {
                (many, taken) = (token++, part);
            }
            else if (token < tokens.Count && fits(tokens[token], parts[part]))
            {
                token++;
                part++;
            }
            else if (many >= 0)
            {
                (token, part) = (many + 1, ++taken);
            }
            else
            {
                return false;
            }
        }

        return tokens.Skip(token).All(isMany);
    }
}
