using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator;

namespace CommunityBot.Benchmarks.Load;

/// <summary>Bodies of <c>pull_request.opened</c>, about 24 KB each as GitHub sends them. No two share an id, a commit or a text.</summary>
public static class SamplePayload
{
    // Words of a description, so that the text compresses like one.
    private static readonly string[] Words =
        "the a when this fixes adds parser cache config test docs handles empty list page retry option default before after value name build error user call".Split(' ');

    private static readonly string Template = ReadTemplate();

    /// <summary>The body that tells of a pull request.</summary>
    public static byte[] Create(SimulatedItem pull)
    {
        // Seeded, so that two runs measure the same texts; a generator for secrets has no seed.
#pragma warning disable CA5394
        var random = new Random((int)pull.Id);
        string Hex(int bytes)
        {
            var buffer = new byte[bytes];
            random.NextBytes(buffer);
            return Convert.ToHexStringLower(buffer);
        }

        string Text(int words) => string.Join(' ', random.GetItems(Words, words));
#pragma warning restore CA5394
        static string Id(long id) => id.ToString(CultureInfo.InvariantCulture);

        var repository = pull.Repository;
        var author = pull.Author!;

        // The ids stand in the template as numbers that occur nowhere else, so that it is JSON.
        return Encoding.UTF8.GetBytes(new StringBuilder(Template)
            .Replace("4000000001", Id(repository.Id))
            .Replace("4000000002", Id(repository.Installation.Account.Id))
            .Replace("4000000003", Id(pull.Id))
            .Replace("4000000004", Id(repository.Installation.Id))
            .Replace("4000000006", Id(author.Id))
            .Replace("400005", Id(pull.Number))
            .Replace("{{owner}}", repository.Owner)
            .Replace("{{author}}", author.Login)
            .Replace("{{kind}}", author.Type)
            .Replace("{{association}}", pull.Association)
            .Replace("{{repository}}", repository.Name)
            .Replace("{{node}}", $"kgDO{Hex(5)}")
            .Replace("{{head}}", Hex(20))
            .Replace("{{base}}", Hex(20))
            .Replace("{{title}}", Text(8))
            .Replace("{{text}}", Text(100))
            .Replace("{{now}}", pull.CreatedAt.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture))
            .ToString());
    }

    private static string ReadTemplate()
    {
        using var stream = typeof(SamplePayload).Assembly.GetManifestResourceStream("pull_request.opened.json")!;
        return JsonNode.Parse(stream)!.ToJsonString();
    }
}
