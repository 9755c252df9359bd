using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using CommunityBot.Web.Assets;

namespace CommunityBot.Tests.Web;

public sealed partial class AssetTests
{
    /// <summary>What a page may weigh beside its own text: a second on a slow telephone.</summary>
    private const int Most = 60_000;

    private static readonly string Folder = Path.Combine(Repository.Root, "src", "CommunityBot", "Web", "Assets");

    [Fact]
    public void Nobody_has_edited_what_eng_assets_brings()
    {
        var recorded = File.ReadAllLines(Path.Combine(Folder, "kept.sha256"));
        var found = Directory.EnumerateFiles(Path.Combine(Folder, "Kept"), "*", SearchOption.AllDirectories)
            .Select(file => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}  {Path.GetRelativePath(Folder, file).Replace('\\', '/')}");

        Assert.Equal(recorded.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_token_that_is_used_was_brought()
    {
        var css = Encoding.UTF8.GetString(AssetFiles.Style.Content);
        var known = Defined().Matches(css).Select(match => match.Groups[1].Value).ToHashSet();

        Assert.All(Used().Matches(css), match => Assert.Contains(match.Groups[1].Value, known));
    }

    [Fact]
    public void The_style_sheet_is_small_and_loads_nothing()
    {
        var css = Encoding.UTF8.GetString(AssetFiles.Style.Content);

        Assert.InRange(css.Length, 1, Most);
        Assert.DoesNotMatch("@import|https?:|//|url\\((?!['\"]?#)", Comments().Replace(css, ""));
    }

    [Fact]
    public void An_address_changes_with_the_content()
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(AssetFiles.Style.Content));

        Assert.Equal($"/assets/pages.{hash[..16]}.css", AssetFiles.Style.Url);
        Assert.Same(AssetFiles.Style, AssetFiles.Find(AssetFiles.Style.Url));
        Assert.Null(AssetFiles.Find("/assets/pages.css"));
    }

    [GeneratedRegex(@"(--[\w-]+)\s*:")]
    private static partial Regex Defined();

    [GeneratedRegex(@"var\((--[\w-]+)")]
    private static partial Regex Used();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comments();
}
