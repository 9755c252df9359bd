using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CommunityBot.Benchmarks.Load;

/// <summary>
/// Bodies of <c>pull_request.opened</c>, about 24 KB each as GitHub sends them, in which the owner opens a pull request in their
/// own repository: handled without a question to GitHub. No two share a name, an id, a commit or a text.
/// </summary>
public static class SamplePayload
{
    // Words of a description, so that the text compresses like one.
    private static readonly string[] Words =
        "the a when this fixes adds parser cache config test docs handles empty list page retry option default before after value name build error user call".Split(' ');

    private static readonly string Template = ReadTemplate();

    public static byte[] Create(int seed, DateTimeOffset now)
    {
        // Seeded, so that two runs measure the same bodies; a secret generator has no seed.
#pragma warning disable CA5394
        var random = new Random(seed);
        string Number(long least) => (least + random.NextInt64(least)).ToString(CultureInfo.InvariantCulture);
        string Hex(int bytes)
        {
            var buffer = new byte[bytes];
            random.NextBytes(buffer);
            return Convert.ToHexStringLower(buffer);
        }

        string Text(int words) => string.Join(' ', random.GetItems(Words, words));
#pragma warning restore CA5394

        // The ids stand in the template as numbers that occur nowhere else, so that it is JSON.
        return Encoding.UTF8.GetBytes(new StringBuilder(Template)
            .Replace("4000000001", Number(100_000_000))
            .Replace("4000000002", Number(10_000_000))
            .Replace("4000000003", Number(1_000_000_000))
            .Replace("4000000004", Number(10_000_000))
            .Replace("400005", Number(1_000))
            .Replace("{{owner}}", $"owner-{Hex(4)}")
            .Replace("{{repository}}", $"project-{Hex(4)}")
            .Replace("{{node}}", $"kgDO{Hex(5)}")
            .Replace("{{head}}", Hex(20))
            .Replace("{{base}}", Hex(20))
            .Replace("{{title}}", Text(8))
            .Replace("{{text}}", Text(100))
            .Replace("{{now}}", now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
            .ToString());
    }

    private static string ReadTemplate()
    {
        using var stream = typeof(SamplePayload).Assembly.GetManifestResourceStream("pull_request.opened.json")!;
        return JsonNode.Parse(stream)!.ToJsonString();
    }
}
