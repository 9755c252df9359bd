namespace CommunityBot.Hosting;

/// <summary>Has what fails over and over, as everything does while the database is out of reach, be told now and then, and that it works again. Safe for use by many at once.</summary>
public sealed class Outage(TimeProvider time)
{
    /// <summary>Time between two lines about the same: often enough for whoever begins to read, rare enough to be read.</summary>
    internal static readonly TimeSpan TellEvery = TimeSpan.FromMinutes(1);

    private readonly Lock _gate = new();

    private volatile bool _isOn;

    private long _since;

    private long _toldAt;

    /// <summary>It failed. Whether that is to be told.</summary>
    public bool IsToBeTold()
    {
        lock (_gate)
        {
            if (_isOn && time.GetElapsedTime(_toldAt) < TellEvery)
            {
                return false;
            }

            _toldAt = time.GetTimestamp();
            _since = _isOn ? _since : _toldAt;
            _isOn = true;
            return true;
        }
    }

    /// <summary>It works. For how long it did not, if that was told.</summary>
    public TimeSpan? End()
    {
        // As it is nearly always, and asked by every delivery.
        if (!_isOn)
        {
            return null;
        }

        lock (_gate)
        {
            TimeSpan? lasted = _isOn ? time.GetElapsedTime(_since) : null;
            _isOn = false;
            return lasted;
        }
    }
}
