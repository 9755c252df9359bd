namespace CommunityBot.GitHub;

/// <summary>An attempt of GitHub to bring a delivery.</summary>
/// <param name="Id">Numeric id of the attempt.</param>
/// <param name="DeliveryId"><c>X-GitHub-Delivery</c>, which further attempts keep.</param>
/// <param name="DeliveredAt">When it was made, by GitHub's clock.</param>
/// <param name="IsRedelivery">Whether somebody asked for it; else it was the first attempt.</param>
/// <param name="StatusCode">What it was answered with; GitHub's own number where nothing answered.</param>
/// <param name="Event">Name of the event.</param>
/// <param name="Action">The action, if the event has one.</param>
public sealed record AppDelivery(long Id, string DeliveryId, DateTimeOffset DeliveredAt, bool IsRedelivery, int StatusCode, string Event, string? Action = null)
{
    /// <summary>Whether it was acknowledged.</summary>
    public bool Succeeded => StatusCode is >= 200 and < 300;
}
