using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace CommunityBot.Web.Comments;

/// <summary>Makes links of mentions and references, as GitHub does it: in the text of what was rendered, and neither in code nor in links. A bare address of an issue becomes a reference.</summary>
internal static partial class CommentLinks
{
    private const string Apart = "a, code, pre, kbd, samp, tt";

    public static void Add(IElement body, Uri repository)
    {
        foreach (var link in body.QuerySelectorAll("a[href]").Where(link => link.TextContent == link.GetAttribute("href")))
        {
            link.TextContent = Short(link.TextContent, repository);
        }

        foreach (var text in body.Descendants<IText>().Where(text => text.ParentElement?.Closest(Apart) is null).ToList())
        {
            Replace(text, repository);
        }
    }

    // https://docs.github.com/get-started/writing-on-github/working-with-advanced-formatting/autolinked-references-and-urls
    private static string Short(string address, Uri repository)
    {
        var root = repository.GetLeftPart(UriPartial.Authority);
        var found = address.StartsWith(root, StringComparison.OrdinalIgnoreCase) ? Item().Match(address, root.Length) : Match.Empty;
        return !found.Success ? address
            : found.Groups["repository"].ValueSpan.Equals(repository.AbsolutePath.Trim('/'), StringComparison.OrdinalIgnoreCase) ? $"#{found.Groups["number"]}"
            : $"{found.Groups["repository"]}#{found.Groups["number"]}";
    }

    private static void Replace(IText text, Uri repository)
    {
        var (words, end, parts) = (text.Data, 0, new List<INode>());
        foreach (Match found in Found().Matches(words))
        {
            var link = text.Owner!.CreateElement("a");
            link.SetAttribute("href", Address(found, repository));
            link.TextContent = found.Value;
            if (found.Groups["login"].Success)
            {
                link.SetAttribute("class", "user-mention");
            }

            parts.Add(text.Owner.CreateTextNode(words[end..found.Index]));
            parts.Add(link);
            end = found.Index + found.Length;
        }

        if (parts.Count > 0)
        {
            parts.Add(text.Owner!.CreateTextNode(words[end..]));
            text.Replace([.. parts]);
        }
    }

    private static string Address(Match found, Uri repository)
    {
        var root = repository.GetLeftPart(UriPartial.Authority);
        return found.Groups["number"] is { Success: true } number ? $"{repository.AbsoluteUri.TrimEnd('/')}/issues/{number.Value}"
            : found.Groups["team"] is { Success: true } team ? $"{root}/orgs/{found.Groups["login"].Value}/teams/{team.Value}"
            : $"{root}/{found.Groups["login"].Value}";
    }

    // Directly before a letter or digit, and directly behind neither, as https://github.com/gjtorikian/html-pipeline has it for mentions.
    [GeneratedRegex(@"(?<![\w/.`@#&-])(?:@(?<login>[A-Za-z0-9](?:[A-Za-z0-9-]{0,38}))(?:/(?<team>[A-Za-z0-9][A-Za-z0-9_-]{0,99}))?|#(?<number>[1-9][0-9]{0,9}))(?![\w-])", RegexOptions.CultureInvariant)]
    private static partial Regex Found();

    [GeneratedRegex(@"\G/(?<repository>[A-Za-z0-9_-]+/[A-Za-z0-9._-]+)/(?:issues|pull|discussions)/(?<number>[1-9][0-9]{0,9})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}
