using CommunityBot.Messages;

namespace CommunityBot.RepositoryConfig.Links;

/// <summary>Which files are the pages that messages point to.</summary>
public static class LinkRules
{
    /// <summary>Where GitHub and people look for such files, in this order.</summary>
    public static readonly IReadOnlyList<string> Folders = ["", ".github", "docs"];

    private static readonly string[] Extensions = ["", ".md", ".markdown", ".mdown", ".rst", ".adoc", ".asciidoc", ".org", ".txt"];

    /// <summary>The pages among the files of a folder.</summary>
    /// <param name="names">Names of the files.</param>
    /// <param name="address">Makes the address of a file of its name.</param>
    public static MessageLinks Find(IReadOnlyList<string> names, Func<string, string> address)
    {
        return new(Page("contributing"), Page("code_of_conduct") ?? Page("code-of-conduct"), Page("roadmap"));

        string? Page(string stem) => names.FirstOrDefault(name =>
            Path.GetFileNameWithoutExtension(name).Equals(stem, StringComparison.OrdinalIgnoreCase)
            && Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase)) is { } file ? address(file) : null;
    }
}
