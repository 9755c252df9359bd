namespace CommunityBot.Outbox;

/// <summary>Registers the outbox.</summary>
public static class OutboxRegistration
{
    /// <summary>Adds the outbox, its pacing and what posts; the worker is added where messages are to be posted.</summary>
    public static IServiceCollection AddOutbox(this IServiceCollection services) => services
        .AddSingleton<Outbox>()
        .AddSingleton<ContentPacer>()
        .AddSingleton<EffectPoster>()
        .AddSingleton<ConfigOfNow>()
        .AddSingleton<MomentWriter>();
}
