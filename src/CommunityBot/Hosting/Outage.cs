namespace CommunityBot.Hosting;

/// <summary>Has what fails over and over, as everything does while the database is out of reach, be told now and then, and that it works again. Safe for use by many at once.</summary>
public sealed class Outage(TimeProvider time)
{
    /// <summary>Time between two lines about the same: often enough for whoever begins to read, rare enough to be read.</summary>
    internal static readonly TimeSpan TellEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();

    private long? _since;

    private long _toldAt;

    /// <summary>It failed. Whether that is to be told.</summary>
    public bool IsToBeTold()
    {
        lock (_gate)
        {
            if (_since is not null && time.GetElapsedTime(_toldAt) < TellEvery)
            {
                return false;
            }

            _toldAt = time.GetTimestamp();
            _since ??= _toldAt;
            return true;
        }
    }

    /// <summary>It works. For how long it did not, if that was told.</summary>
    public TimeSpan? End()
    {
        lock (_gate)
        {
            TimeSpan? lasted = _since is { } since ? time.GetElapsedTime(since) : null;
            _since = null;
            return lasted;
        }
    }
}
