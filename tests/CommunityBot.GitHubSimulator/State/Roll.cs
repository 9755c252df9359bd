namespace CommunityBot.GitHubSimulator.State;

/// <summary>What there is, in the order in which it came, for many threads at once.</summary>
internal sealed class Roll<T>
    where T : class
{
    private readonly Lock _lock = new();
    private readonly List<T> _all = [];

    public IReadOnlyList<T> All
    {
        get
        {
            lock (_lock)
            {
                return [.. _all];
            }
        }
    }

    /// <summary>Adds something; false if the same is there already, which is itself if nothing is said of it.</summary>
    public bool Add(T one, Predicate<T>? isSame = null)
    {
        lock (_lock)
        {
            if (_all.Exists(isSame ?? one.Equals))
            {
                return false;
            }

            _all.Add(one);
            return true;
        }
    }

    public bool Remove(T one)
    {
        lock (_lock)
        {
            return _all.Remove(one);
        }
    }
}
