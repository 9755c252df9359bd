using System.Text;

namespace CommunityBot.GitHubSimulator.State;

/// <summary>Finds what changed between two commits.</summary>
internal static class Changes
{
    /// <summary>Unchanged lines around changed ones.</summary>
    private const int Context = 3;

    /// <summary>Files that differ, by path. One that went and came again elsewhere as it was is renamed.</summary>
    public static IReadOnlyList<SimulatedPullFile> Between(IReadOnlyDictionary<string, byte[]> before, IReadOnlyDictionary<string, byte[]> after)
    {
        var added = after.Keys.Except(before.Keys).ToList();
        var removed = before.Keys.Except(after.Keys).ToList();
        var renamed = new Dictionary<string, string>();
        foreach (var path in added)
        {
            if (removed.FirstOrDefault(former => before[former].AsSpan().SequenceEqual(after[path])) is { } former)
            {
                renamed[path] = former;
                removed.Remove(former);
            }
        }

        var modified = after.Keys.Intersect(before.Keys).Where(path => !before[path].AsSpan().SequenceEqual(after[path]));
        return
        [
            .. added.Select(path => renamed.TryGetValue(path, out var former)
                    ? new SimulatedPullFile(path, "renamed") { PreviousFilename = former, Sha = GitObjects.Blob(after[path]) }
                    : Make(path, "added", [], after[path]))
                .Concat(removed.Select(path => Make(path, "removed", before[path], [])))
                .Concat(modified.Select(path => Make(path, "modified", before[path], after[path])))
                .OrderBy(file => file.Filename, StringComparer.Ordinal),
        ];
    }

    private static SimulatedPullFile Make(string path, string status, byte[] before, byte[] after)
    {
        var (old, now) = (Lines(before), Lines(after));
        var most = Math.Min(old.Length, now.Length);
        var same = Enumerable.Range(0, most).TakeWhile(i => old[i] == now[i]).Count();
        var sameAtEnd = Enumerable.Range(1, most - same).TakeWhile(i => old[^i] == now[^i]).Count();
        var start = Math.Max(same - Context, 0);
        var end = Math.Min(sameAtEnd, Context);
        var (gone, come) = (old[same..^sameAtEnd], now[same..^sameAtEnd]);
        IEnumerable<string> hunk =
        [
            $"@@ -{Span(start, old.Length - sameAtEnd + end - start)} +{Span(start, now.Length - sameAtEnd + end - start)} @@",
            .. now[start..same].Select(line => $" {line}"), .. gone.Select(line => $"-{line}"), .. come.Select(line => $"+{line}"),
            .. now[^sameAtEnd..].Take(end).Select(line => $" {line}"),
        ];
        return new(path, status)
        {
            Additions = come.Length,
            Deletions = gone.Length,
            Patch = gone.Length + come.Length == 0 ? null : string.Join('\n', hunk),
            Sha = GitObjects.Blob(status == "removed" ? before : after),
        };
    }

    private static string Span(int start, int count) => $"{(count == 0 ? start : start + 1)},{count}";

    private static string[] Lines(byte[] content) =>
        content.Length == 0 ? [] : Encoding.UTF8.GetString(content) is var text && text.EndsWith('\n') ? text[..^1].Split('\n') : text.Split('\n');
}
