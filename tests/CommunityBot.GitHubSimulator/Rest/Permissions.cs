using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Who may do what in a repository.</summary>
internal static class Permissions
{
    private static readonly string[] Roles = ["none", "read", "triage", "write", "maintain", "admin"];

    public static IResult Answer(SimulatedGitHub github, SimulatedRepository repository, string login)
    {
        if (github.FindUser(login) is not { } user)
        {
            return Rest.Answer.Refuse(404, $"{login} is not a user");
        }

        var role = repository.Roles.GetValueOrDefault(user.Id, repository.IsPrivate ? "none" : "read");
        var rank = Array.IndexOf(Roles, role);
        var account = Shapes.User(user)!;
        account["permissions"] = new JsonObject
        {
            ["admin"] = rank >= 5,
            ["maintain"] = rank >= 4,
            ["push"] = rank >= 3,
            ["triage"] = rank >= 2,
            ["pull"] = rank >= 1,
        };
        account["role_name"] = role;
        return Rest.Answer.Json(new JsonObject
        {
            // The older word knows neither triage nor maintain.
            ["permission"] = role switch { "triage" => "read", "maintain" => "write", _ => role },
            ["user"] = account,
            ["role_name"] = role,
        });
    }
}
