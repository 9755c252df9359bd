using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Answers;

/// <summary>Teams as GitHub writes them.</summary>
internal static class TeamShapes
{
    public static JsonArray All(IEnumerable<SimulatedTeam> teams) => new([.. teams.Select(team => (JsonNode)Of(team))]);

    public static JsonObject Of(SimulatedTeam team)
    {
        var api = $"https://api.github.com/organizations/{team.Organization.Id}/team/{team.Id}";
        return new()
        {
            ["name"] = team.Slug,
            ["id"] = team.Id,
            ["node_id"] = Shapes.Node("T", team.Id),
            ["slug"] = team.Slug,
            ["description"] = "",
            ["privacy"] = team.Privacy,
            ["notification_setting"] = "notifications_enabled",
            ["url"] = api,
            ["html_url"] = $"https://github.com/orgs/{team.Organization.Login}/teams/{team.Slug}",
            ["members_url"] = $"{api}/members{{/member}}",
            ["repositories_url"] = $"{api}/repos",
            ["permission"] = "pull",
            ["parent"] = null,
        };
    }
}
