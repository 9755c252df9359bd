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

        var role = RoleOf(github, repository, user, otherwise: repository.IsPrivate ? "none" : "read");
        var account = Shapes.User(user)!;
        account["permissions"] = Of(role);
        account["role_name"] = role;
        return Rest.Answer.Json(new JsonObject
        {
            ["permission"] = Older(role),
            ["user"] = account,
            ["role_name"] = role,
        });
    }

    /// <summary>Whether somebody may do more there than a stranger, or was let in.</summary>
    public static bool IsCollaborator(SimulatedGitHub github, SimulatedRepository repository, SimulatedUser user) => RoleOf(github, repository, user, otherwise: "none") != "none";

    private static string RoleOf(SimulatedGitHub github, SimulatedRepository repository, SimulatedUser user, string otherwise) =>
        github.Teams.Values.Where(team => team.Members.ContainsKey(user.Id)).Select(team => team.Roles.GetValueOrDefault(repository.Id, "none"))
            .Append(repository.Roles.GetValueOrDefault(user.Id, otherwise)).MaxBy(role => Array.IndexOf(Roles, role))!;

    /// <summary>What a role may do.</summary>
    public static JsonObject Of(string role)
    {
        var rank = Array.IndexOf(Roles, role);
        return new() { ["admin"] = rank >= 5, ["maintain"] = rank >= 4, ["push"] = rank >= 3, ["triage"] = rank >= 2, ["pull"] = rank >= 1 };
    }

    /// <summary>The older word for a role, which knows neither triage nor maintain.</summary>
    public static string Older(string role) => role switch { "triage" => "read", "maintain" => "write", _ => role };
}
