namespace CommunityBot.Webhooks;

/// <summary>How many bytes of large bodies may be in memory at once, over all requests: anybody can send one.</summary>
public sealed class BodyBudget(long most)
{
    private long _taken;

    /// <summary>Takes bytes; false if there are not so many left.</summary>
    public bool TryTake(int bytes)
    {
        if (Interlocked.Add(ref _taken, bytes) <= most)
        {
            return true;
        }

        Return(bytes);
        return false;
    }

    /// <summary>Gives bytes back.</summary>
    public void Return(int bytes) => Interlocked.Add(ref _taken, -bytes);
}
