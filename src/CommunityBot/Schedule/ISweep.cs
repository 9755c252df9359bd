namespace CommunityBot.Schedule;

/// <summary>
/// Work that falls due without a delivery. A sweep asks an indexed column for what is due, so that it costs what is due and not what exists, and does no harm when it
/// runs twice or on two replicas at once.
/// </summary>
public interface ISweep
{
    /// <summary>Its name, for logs and in place of a delivery's id.</summary>
    string Name { get; }

    /// <summary>Does what is due.</summary>
    /// <param name="now">When it begins.</param>
    /// <param name="cancellationToken">Ends it between two pieces of work.</param>
    Task SweepAsync(DateTimeOffset now, CancellationToken cancellationToken);
}
