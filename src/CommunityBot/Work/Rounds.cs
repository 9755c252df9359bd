namespace CommunityBot.Work;

/// <summary>Does something over and over, for as long as a host runs.</summary>
internal static class Rounds
{
    /// <summary>Does it at once, and then at each interval; returns when it is to stop. What <paramref name="round"/> throws ends it, too.</summary>
    public static async Task RunAsync(TimeSpan every, TimeProvider time, Func<Task> round, CancellationToken stopping)
    {
        using var rounds = new PeriodicTimer(every, time);
        try
        {
            do
            {
                await round();
            }
            while (await rounds.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
        }
    }
}
