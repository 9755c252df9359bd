using CommunityBot.Work;

namespace CommunityBot.Inbox;

/// <summary>A stored delivery.</summary>
public sealed class DeliveryRow : WorkRow
{
    /// <summary><c>X-GitHub-Delivery</c>: what makes a delivery the same when it comes again.</summary>
    public required string DeliveryId { get; init; }

    /// <summary><c>X-GitHub-Event</c>.</summary>
    public required string Event { get; init; }

    /// <summary>The payload's action, if it has one.</summary>
    public string? Action { get; init; }

    /// <summary>Numeric id of the installation, 0 if the payload names none.</summary>
    public long InstallationId { get; init; }

    /// <summary>Numeric id of the repository, 0 if the payload names none.</summary>
    public long RepositoryId { get; init; }
}
