using CommunityBot.IntegrationTests.Host;
using CommunityBot.Team;
using Microsoft.Extensions.DependencyInjection;

namespace CommunityBot.IntegrationTests.Commands;

/// <summary>What the bot knows of where people are.</summary>
internal static class KnownPresence
{
    public static async Task<Presence> PresenceAsync(this Scene scene, string login)
    {
        var id = scene.GitHub.AddUser(login).Id;
        return (await scene.Bot.Services.GetRequiredService<Availability>().OfAsync([id]))[id];
    }
}
