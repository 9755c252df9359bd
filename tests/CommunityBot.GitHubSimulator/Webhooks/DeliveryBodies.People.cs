using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;
using CommunityBot.GitHubSimulator.Rest;

namespace CommunityBot.GitHubSimulator.Webhooks;

/// <summary>What deliveries tell of collaborators and teams.</summary>
public sealed partial class DeliveryBodies
{
    /// <summary>Somebody became a collaborator, with one of the roles <c>read</c>, <c>triage</c>, <c>write</c>, <c>maintain</c> and <c>admin</c>.</summary>
    public SimulatedDelivery CollaboratorAdded(SimulatedRepository repository, SimulatedUser user, string permission, SimulatedUser sender)
    {
        var payload = Base("added", repository, sender);
        payload["member"] = Shapes.User(user);
        payload["changes"] = new JsonObject
        {
            ["permission"] = new JsonObject { ["to"] = Permissions.Older(permission) },
            ["role_name"] = new JsonObject { ["to"] = permission },
        };
        return Make("member", payload);
    }

    /// <summary>Somebody came into a team. It is told of the organization, and of no repository.</summary>
    public SimulatedDelivery TeamMemberAdded(SimulatedTeam team, SimulatedUser user, SimulatedUser sender)
    {
        var installation = github.Installations.Values.First(installation => installation.Account == team.Organization);
        return Make("membership", new()
        {
            ["action"] = "added",
            ["scope"] = "team",
            ["member"] = Shapes.User(user),
            ["sender"] = Shapes.User(sender),
            ["team"] = TeamShapes.Of(team),
            ["organization"] = Shapes.Organization(team.Organization),
            ["installation"] = Origin(installation),
        });
    }
}
