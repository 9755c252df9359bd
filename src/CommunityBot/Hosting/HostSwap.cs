namespace CommunityBot.Hosting;

/// <summary>Has this host end and another take its place in the same process, which reads the settings anew. The graph of services of a host never changes.</summary>
public sealed class HostSwap(IHostApplicationLifetime lifetime)
{
    /// <summary>Whether another host is to follow.</summary>
    public bool IsWanted { get; private set; }

    /// <summary>Begins it. What is being answered is answered first.</summary>
    public void Begin()
    {
        IsWanted = true;
        lifetime.StopApplication();
    }
}
