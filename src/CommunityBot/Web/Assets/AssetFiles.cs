using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace CommunityBot.Web.Assets;

/// <summary>The files that pages load, which are in the program itself. Those in <c>Kept</c> are GitHub's; <c>eng/assets/update.sh</c> brings them.</summary>
public static class AssetFiles
{
    /// <summary>Where they are served.</summary>
    public const string Folder = "/assets/";

    private const string Resources = "CommunityBot.Web.Assets.";

    /// <summary>Enough of the hash that no two versions of a file share it.</summary>
    private const int HashLength = 16;

    private static readonly string[] StyleSheets = ["Kept.tokens.css", "Kept.markdown.css", "site.css"];

    private static readonly ConcurrentDictionary<string, string> Icons = new();

    private static readonly FrozenDictionary<string, Asset> ByUrl;

    static AssetFiles()
    {
        Style = Describe("pages.css", "text/css; charset=utf-8", string.Concat(StyleSheets.Select(Read)));
        Mark = Describe("mark.svg", "image/svg+xml", Read("mark.svg"));
        Scripts = Names(".js").ToFrozenDictionary(name => name, name => Describe(name, "text/javascript; charset=utf-8", Read(name)));
        ByUrl = Scripts.Values.Append(Style).Append(Mark).ToFrozenDictionary(asset => asset.Url);
    }

    /// <summary>The style sheet of all pages.</summary>
    public static Asset Style { get; }

    /// <summary>The bot's mark.</summary>
    public static Asset Mark { get; }

    /// <summary>Scripts by their file names.</summary>
    public static IReadOnlyDictionary<string, Asset> Scripts { get; }

    /// <summary>What is at an address, or null.</summary>
    public static Asset? Find(string url) => ByUrl.GetValueOrDefault(url);

    /// <summary>One of Primer's icons, to stand in a page beside words that say the same.</summary>
    /// <param name="name">Its name in <c>Kept/icons</c>.</param>
    public static string Icon(string name) => Icons.GetOrAdd(name, static name => Picture($"Kept.icons.{name}.svg", "icon"));

    /// <summary>The bot's mark, to stand in a page.</summary>
    public static string MarkSvg { get; } = Picture("mark.svg", "mark");

    private static string Picture(string name, string look) => Read(name).Trim().Replace("<svg ", $"<svg class=\"{look}\" aria-hidden=\"true\" ", StringComparison.Ordinal);

    private static IEnumerable<string> Names(string extension) =>
        typeof(AssetFiles).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Resources, StringComparison.Ordinal) && name.EndsWith(extension, StringComparison.Ordinal))
            .Select(name => name[Resources.Length..]);

    private static Asset Describe(string name, string contentType, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..HashLength];
        return new($"{Folder}{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}", contentType, content);
    }

    private static string Read(string name)
    {
        var stream = typeof(AssetFiles).Assembly.GetManifestResourceStream(Resources + name) ?? throw new ArgumentException($"There is no asset {name}.", nameof(name));
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
