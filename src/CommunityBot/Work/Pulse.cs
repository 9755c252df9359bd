namespace CommunityBot.Work;

/// <summary>
/// Tells those who wait that something may have changed. A wait that is taken before looking never misses a change made after the look.
/// </summary>
public sealed class Pulse
{
    private volatile TaskCompletionSource _next = Fresh();

    /// <summary>Completes at the next <see cref="Set"/>.</summary>
    public Task Next => _next.Task;

    /// <summary>Wakes everyone who waits.</summary>
    public void Set() => Interlocked.Exchange(ref _next, Fresh()).SetResult();

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
