namespace CommunityBot.Schedule;

/// <summary>Registers what falls due.</summary>
public static class ScheduleRegistration
{
    /// <summary>Adds what sweeps need; the worker is added where they are to run.</summary>
    public static IServiceCollection AddSchedule(this IServiceCollection services) => services.AddSingleton<SweepContexts>().AddSingleton<SweepLease>();

    /// <summary>Adds a sweep.</summary>
    public static IServiceCollection AddSweep<TSweep>(this IServiceCollection services)
        where TSweep : class, ISweep => services.AddSingleton<TSweep>().AddSingleton<ISweep>(provider => provider.GetRequiredService<TSweep>());
}
