namespace CommunityBot.GitHub;

/// <summary>
/// The App's own record of deliveries, <see href="https://docs.github.com/rest/apps/webhooks">which GitHub keeps for some days</see>. Calls fail as those of <see cref="IGitHubReader"/> do.
/// </summary>
internal sealed class AppDeliveries(GitHubConnections connections)
{
    private static readonly Uri First = new("app/hook/deliveries?per_page=100", UriKind.Relative);

    /// <summary>A page of attempts, newest first, and the address of the next page, if there is one.</summary>
    /// <param name="page">The address that the page before named, or null for the first page.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<(IReadOnlyList<AppDelivery> Attempts, Uri? Next)> ListAsync(Uri? page, CancellationToken cancellationToken)
    {
        var (attempts, next) = await connections.App.ReadAsync<AttemptAnswer[]>(page ?? First, cancellationToken);
        return ([.. attempts.Select(attempt => new AppDelivery(attempt.Id, attempt.Guid, attempt.DeliveredAt, attempt.Redelivery, attempt.StatusCode, attempt.Event, attempt.Action))], next);
    }

    /// <summary>Asks GitHub to bring a delivery once more; it comes by itself, some seconds later.</summary>
    /// <param name="attempt">Numeric id of an attempt.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public Task AskAgainAsync(long attempt, CancellationToken cancellationToken) =>
        connections.App.AskForAsync(new($"app/hook/deliveries/{attempt}/attempts", UriKind.Relative), cancellationToken);
}
