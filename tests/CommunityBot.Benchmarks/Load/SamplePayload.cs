using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace CommunityBot.Benchmarks.Load;

/// <summary>Bodies of <c>pull_request.opened</c>, about 24 KB each as GitHub sends them. No two share a number, a commit or a text.</summary>
public static class SamplePayload
{
    // Words of a description, so that the text compresses like one.
    private static readonly string[] Words =
        "the a when this fixes adds parser cache config test docs handles empty list page retry option default before after value name build error user call".Split(' ');

    private static readonly string Template = ReadTemplate();

    /// <summary>The body with this number in a scene; the same number gives the same body but for its time.</summary>
    public static byte[] Create(Scene scene, int number, DateTimeOffset now)
    {
        // Seeded, so that two runs measure the same bodies; a generator for secrets has no seed.
#pragma warning disable CA5394
        var random = new Random(number);
        string Hex(int bytes)
        {
            var buffer = new byte[bytes];
            random.NextBytes(buffer);
            return Convert.ToHexStringLower(buffer);
        }

        string Text(int words) => string.Join(' ', random.GetItems(Words, words));
#pragma warning restore CA5394
        static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

        var repository = number % scene.Repositories;
        var installation = repository % scene.Installations;
        var (ownerId, owner) = (20_000_000 + repository, $"owner-{repository:x}");
        var (authorId, author, association) = scene.Newcomers ? (30_000_000 + number, $"newcomer-{number:x}", "NONE") : (ownerId, owner, "OWNER");

        // The ids stand in the template as numbers that occur nowhere else, so that it is JSON.
        return Encoding.UTF8.GetBytes(new StringBuilder(Template)
            .Replace("4000000001", Id(100_000_000 + repository))
            .Replace("4000000002", Id(ownerId))
            .Replace("4000000003", Id(1_000_000_000 + number))
            .Replace("4000000004", Id(10_000_000 + installation))
            .Replace("4000000006", Id(authorId))
            .Replace("400005", Id(1_000 + number))
            .Replace("{{owner}}", owner)
            .Replace("{{author}}", author)
            .Replace("{{association}}", association)
            .Replace("{{repository}}", $"project-{repository:x}")
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
