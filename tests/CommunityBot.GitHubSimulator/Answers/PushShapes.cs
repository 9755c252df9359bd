using System.Globalization;
using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Answers;

/// <summary>Commits and repositories as pushes tell them; nothing else tells them like that.</summary>
internal static class PushShapes
{
    public static JsonObject Repository(SimulatedGitHub github, SimulatedRepository repository)
    {
        var shape = Shapes.Repository(github, repository);
        var owner = shape["owner"]!.AsObject();
        (owner["name"], owner["email"]) = ($"{owner["login"]}", null);
        shape["url"] = $"{shape["html_url"]}";
        shape["created_at"] = DateTimeOffset.Parse($"{shape["created_at"]}", CultureInfo.InvariantCulture).ToUnixTimeSeconds();
        shape["pushed_at"] = github.Time.GetUtcNow().ToUnixTimeSeconds();
        shape["stargazers"] = 7;
        shape["master_branch"] = repository.DefaultBranch;
        if ($"{owner["type"]}" == "Organization")
        {
            shape["organization"] = repository.Owner;
        }

        return shape;
    }

    public static JsonObject Commit(SimulatedRepository repository, SimulatedCommit commit)
    {
        var before = repository.Files.Find(commit.Parent ?? commit.Sha)!.Files;
        var modified = commit.Files.Where(file => before.TryGetValue(file.Key, out var content) && !content.AsSpan().SequenceEqual(file.Value)).Select(file => file.Key);
        return new()
        {
            ["id"] = commit.Sha,
            ["tree_id"] = commit.Tree,
            ["distinct"] = true,
            ["message"] = commit.Message,
            ["timestamp"] = Shapes.Time(commit.At),
            ["url"] = $"https://github.com/{repository.FullName}/commit/{commit.Sha}",
            ["author"] = Person(commit.Author),
            ["committer"] = Person(commit.Author),
            ["added"] = Names(commit.Files.Keys.Except(before.Keys)),
            ["removed"] = Names(before.Keys.Except(commit.Files.Keys)),
            ["modified"] = Names(modified),
        };
    }

    /// <summary>Whom git knows by a name and an address.</summary>
    public static JsonObject Person(SimulatedUser? user, bool withLogin = true)
    {
        var login = user?.Login ?? "owner";
        var shape = new JsonObject { ["name"] = login, ["email"] = $"{login}@users.noreply.github.com" };
        if (withLogin)
        {
            shape["username"] = login;
        }

        return shape;
    }

    private static JsonArray Names(IEnumerable<string> paths) => new([.. paths.Select(path => (JsonNode)path)]);
}
