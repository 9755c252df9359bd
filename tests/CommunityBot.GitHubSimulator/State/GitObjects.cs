using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CommunityBot.GitHubSimulator.State;

/// <summary>Names of blobs, trees and commits, as git makes them.</summary>
internal static class GitObjects
{
    public static string Blob(byte[] content) => Convert.ToHexStringLower(Hash("blob", content));

    /// <summary>The tree of a folder; "" is the root, and others end with a slash.</summary>
    public static string Tree(IReadOnlyDictionary<string, byte[]> files, string folder = "")
    {
        // Git sorts a folder as if its name ended with a slash.
        var entries = files.Keys.Where(path => path.StartsWith(folder, StringComparison.Ordinal))
            .Select(path => path[folder.Length..].Split('/', 2) is [var name, _] ? $"{name}/" : path[folder.Length..])
            .Distinct().Order(StringComparer.Ordinal);
        using var tree = new MemoryStream();
        foreach (var entry in entries)
        {
            var isFolder = entry.EndsWith('/');
            tree.Write(Encoding.UTF8.GetBytes($"{(isFolder ? "40000" : "100644")} {entry.TrimEnd('/')}\0"));
            tree.Write(isFolder ? Convert.FromHexString(Tree(files, folder + entry)) : Hash("blob", files[folder + entry]));
        }

        return Convert.ToHexStringLower(Hash("tree", tree.ToArray()));
    }

    public static string Commit(string tree, string? parent, string author, DateTimeOffset at, string message)
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{author} <{author}@users.noreply.github.com> {at.ToUnixTimeSeconds()} +0000");
        return Convert.ToHexStringLower(Hash(
            "commit", Encoding.UTF8.GetBytes($"tree {tree}\n{(parent is null ? "" : $"parent {parent}\n")}author {line}\ncommitter {line}\n\n{message}\n")));
    }

    // It is how git names things; nothing is kept secret by it.
#pragma warning disable CA5350
    private static byte[] Hash(string kind, byte[] content) => SHA1.HashData([.. Encoding.UTF8.GetBytes($"{kind} {content.Length}\0"), .. content]);
#pragma warning restore CA5350
}
