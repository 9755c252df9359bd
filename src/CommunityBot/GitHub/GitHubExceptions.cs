using System.Net;

namespace CommunityBot.GitHub;

/// <summary>No request is to be made for this installation before <see cref="Until"/>: GitHub said to wait, or would. Nothing was done.</summary>
public sealed class GitHubPausedException(long installationId, DateTimeOffset until, string why = "GitHub asks to wait")
    : Exception($"{why} until {until:O}")
{
    /// <summary>The installation that has to wait; 0 is the App itself.</summary>
    public long InstallationId { get; } = installationId;

    /// <summary>When the next request may be made.</summary>
    public DateTimeOffset Until { get; } = until;

    /// <summary>Whether it is only for what nobody waits for (<see cref="RequestBudget.Reserve"/>).</summary>
    public bool IsReserve { get; init; }
}

/// <summary>GitHub gave an answer that trying again will not change: gone, not allowed, not valid. Nothing was done.</summary>
public sealed class GitHubRefusedException(HttpStatusCode status, string reason)
    : Exception($"GitHub answered {(int)status}: {reason}")
{
    /// <summary>The status of the answer.</summary>
    public HttpStatusCode Status { get; } = status;
}

/// <summary>GitHub could not be reached or failed for a passing reason. Whether a write took place is unknown.</summary>
public sealed class GitHubUnavailableException(string reason, Exception? inner = null)
    : Exception(reason, inner)
{
    /// <summary>The status of the answer, if there was one.</summary>
    public HttpStatusCode? Status { get; init; }
}
