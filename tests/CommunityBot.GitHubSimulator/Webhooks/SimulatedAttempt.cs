namespace CommunityBot.GitHubSimulator.Webhooks;

/// <summary>An attempt to bring a delivery, as GitHub keeps it.</summary>
/// <param name="Id">Numeric id.</param>
/// <param name="Delivery">What was brought.</param>
/// <param name="At">When.</param>
/// <param name="IsRedelivery">Whether the App asked for it.</param>
/// <param name="StatusCode">What it was answered with.</param>
public sealed record SimulatedAttempt(long Id, SimulatedDelivery Delivery, DateTimeOffset At, bool IsRedelivery, int StatusCode);
