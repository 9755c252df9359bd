namespace CommunityBot.Benchmarks;

/// <summary>Prints rows under headings as Markdown, as <c>docs/performance.md</c> has them; the first column is text, the others are numbers.</summary>
public static class Table
{
    public static void Print(string title, string[] headings, IEnumerable<string[]> rows)
    {
        Console.WriteLine();
        Console.WriteLine(title);
        Console.WriteLine();
        Print(headings);
        Print([.. headings.Select((_, column) => column == 0 ? "---" : "---:")]);
        foreach (var row in rows)
        {
            Print(row);
        }
    }

    private static void Print(string[] cells) => Console.WriteLine($"| {string.Join(" | ", cells)} |");
}
