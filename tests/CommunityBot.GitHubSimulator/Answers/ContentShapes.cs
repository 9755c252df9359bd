using System.Text;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.State;

namespace CommunityBot.GitHubSimulator.Answers;

/// <summary>Files and folders as GitHub writes them.</summary>
internal static class ContentShapes
{
    /// <summary>From here on, a file's content is to be had only as it is.</summary>
    private const int LongestInline = 1024 * 1024;

    /// <summary>How many letters of base64 GitHub puts on a line.</summary>
    private const int LineLength = 60;

    public static JsonObject File(SimulatedRepository repository, SimulatedCommit commit, string reference, string path)
    {
        var content = commit.Files[path];
        var shape = Entry(repository, commit, reference, path);
        shape["content"] = content.Length > LongestInline ? "" : Base64(content);
        shape["encoding"] = content.Length > LongestInline ? "none" : "base64";
        return shape;
    }

    /// <summary>What is in a folder, by name; null if there is no such folder.</summary>
    public static JsonArray? Folder(SimulatedRepository repository, SimulatedCommit commit, string reference, string path)
    {
        var prefix = path.Length == 0 ? "" : $"{path}/";
        var names = commit.Files.Keys.Where(file => file.StartsWith(prefix, StringComparison.Ordinal))
            .Select(file => file[prefix.Length..].Split('/')[0]).Distinct().Order(StringComparer.Ordinal).ToList();
        return names.Count == 0 ? null : new([.. names.Select(name => (JsonNode)Entry(repository, commit, reference, prefix + name))]);
    }

    /// <summary>A file or a folder, without what is in it.</summary>
    public static JsonObject Entry(SimulatedRepository repository, SimulatedCommit commit, string reference, string path)
    {
        var isFile = commit.Files.TryGetValue(path, out var content);
        var sha = isFile ? GitObjects.Blob(content!) : GitObjects.Tree(commit.Files, path.Length == 0 ? "" : $"{path}/");
        var escaped = Escape(path);
        var self = $"{Shapes.Api(repository)}/contents/{escaped}?ref={Uri.EscapeDataString(reference)}";
        var git = $"{Shapes.Api(repository)}/git/{(isFile ? "blobs" : "trees")}/{sha}";
        var html = Html(repository, reference, path, isFile);
        return new()
        {
            ["name"] = path.Split('/')[^1],
            ["path"] = path,
            ["sha"] = sha,
            ["size"] = content?.Length ?? 0,
            ["url"] = self,
            ["html_url"] = html,
            ["git_url"] = git,
            ["download_url"] = isFile ? $"https://raw.githubusercontent.com/{repository.FullName}/{reference}/{escaped}" : null,
            ["type"] = isFile ? "file" : "dir",
            ["_links"] = new JsonObject { ["self"] = self, ["git"] = git, ["html"] = html },
        };
    }

    public static string Html(SimulatedRepository repository, string reference, string path, bool isFile = true) =>
        $"https://github.com/{repository.FullName}/{(isFile ? "blob" : "tree")}/{reference}/{Escape(path)}";

    public static string Escape(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    private static string Base64(byte[] content)
    {
        var lines = new StringBuilder();
        foreach (var line in Convert.ToBase64String(content).Chunk(LineLength))
        {
            lines.Append(line).Append('\n');
        }

        return lines.ToString();
    }
}
