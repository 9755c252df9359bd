namespace CommunityBot.Hosting;

/// <summary>What many may ask for, since a page or a route is open to all, and what is found out only now and then. One that takes long is waited for, not begun by others as well.</summary>
/// <param name="every">Time from the begin of one to the next.</param>
/// <param name="time">Now.</param>
/// <param name="find">Finds it out.</param>
internal sealed class RecentAnswer<T>(TimeSpan every, TimeProvider time, Func<Task<T>> find)
{
    private readonly Lock _gate = new();

    private Task<T>? _last;

    private long _begunAt;

    /// <summary>The last answer, or one that is under way; what it failed with is an answer, too.</summary>
    public Task<T> GetAsync()
    {
        lock (_gate)
        {
            if (_last is null || (_last.IsCompleted && time.GetElapsedTime(_begunAt) >= every))
            {
                _begunAt = time.GetTimestamp();
                _last = find();
            }

            return _last;
        }
    }
}
