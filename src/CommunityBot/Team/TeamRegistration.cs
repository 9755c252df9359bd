namespace CommunityBot.Team;

/// <summary>Registers who does what in a project, and who may be spoken to.</summary>
public static class TeamRegistration
{
    /// <summary>Adds the team.</summary>
    public static IServiceCollection AddTeam(this IServiceCollection services) => services
        .AddSingleton<Availability>()
        .AddSingleton<CodeOwnersFiles>()
        .AddSingleton<PersonPool>();
}
