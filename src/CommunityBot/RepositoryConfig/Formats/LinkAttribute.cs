using System.Text.RegularExpressions;

namespace CommunityBot.RepositoryConfig.Formats;

/// <summary>A web address, or the path of a file in the repository.</summary>
public sealed partial class LinkAttribute : TextFormatAttribute
{
    /// <summary>Marks a link.</summary>
    public LinkAttribute()
        : base("an http or https address, or a path from the root of the repository without a slash at its start") =>
        Pattern = "^(https?://[^\\u0000-\\u0020<>\"\\\\/][^\\u0000-\\u0020<>\"\\\\]*|(?![A-Za-z][A-Za-z0-9+.-]*:)[^/\\u0000-\\u001F<>\"\\\\][^\\u0000-\\u001F<>\"\\\\]*)$";

    /// <inheritdoc/>
    public override string? Doubt(string text) =>
        HostName().IsMatch(text) && !FileName().IsMatch(text) ? $"a path in the repository, but looks like a host name; did you mean https://{Quoted.Name(text)}?" : null;

    [GeneratedRegex(@"\A(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}(?:/|\z)")]
    private static partial Regex HostName();

    // Some endings of documents are those of countries, too; "org" alone is that of documents of Emacs.
    [GeneratedRegex(@"\.(?:md|mdx|markdown|rst|txt|adoc|asciidoc|html?|pdf)\z|\A[^./]+\.org\z")]
    private static partial Regex FileName();
}
