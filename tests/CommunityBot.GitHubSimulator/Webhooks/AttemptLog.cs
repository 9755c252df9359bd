using System.Collections.Concurrent;

namespace CommunityBot.GitHubSimulator.Webhooks;

/// <summary>What GitHub remembers of the deliveries to the App, and does when it is asked for one again.</summary>
public sealed class AttemptLog
{
    /// <summary>What GitHub says where nothing answered.</summary>
    private const int BadGateway = 502;

    private readonly SimulatedGitHub _github;
    private readonly ConcurrentDictionary<long, SimulatedAttempt> _attempts = new();
    private readonly ConcurrentQueue<Task> _redeliveries = new();

    internal AttemptLog(SimulatedGitHub github) => _github = github;

    /// <summary>Where the App wants its deliveries: where the last one was sent, unless it is set.</summary>
    public Uri? Endpoint { get; set; }

    /// <summary>All attempts, newest first.</summary>
    public IReadOnlyList<SimulatedAttempt> Attempts => [.. _attempts.Values.OrderByDescending(attempt => attempt.Id)];

    /// <summary>Remembers a delivery that nobody took: the service was down.</summary>
    public void Fail(SimulatedDelivery delivery, int statusCode = BadGateway) => Add(delivery, isRedelivery: false, statusCode);

    /// <summary>Waits for all that was asked for again.</summary>
    public async Task RedeliveredAsync()
    {
        while (_redeliveries.TryDequeue(out var redelivery))
        {
            await redelivery;
        }
    }

    internal async Task<int> LogAsync(SimulatedDelivery delivery, bool isRedelivery, Func<Task<int>> send)
    {
        try
        {
            var status = await send();
            Add(delivery, isRedelivery, status);
            return status;
        }
        catch (HttpRequestException)
        {
            Add(delivery, isRedelivery, BadGateway);
            throw;
        }
    }

    /// <summary>Brings a delivery again, after this is answered; false if there is no such attempt.</summary>
    internal bool AskAgain(long attemptId)
    {
        if (!_attempts.TryGetValue(attemptId, out var attempt))
        {
            return false;
        }

        _redeliveries.Enqueue(RedeliverAsync(attempt.Delivery));
        return true;
    }

    private async Task RedeliverAsync(SimulatedDelivery delivery)
    {
        await Task.Yield();
        try
        {
            await _github.RedeliverAsync(delivery, Endpoint ?? throw new InvalidOperationException("Nobody said where deliveries go."));
        }
        catch (HttpRequestException)
        {
            // It is in the log.
        }
    }

    private void Add(SimulatedDelivery delivery, bool isRedelivery, int statusCode)
    {
        var id = _github.NextId();
        _attempts[id] = new(id, delivery, _github.Time.GetUtcNow(), isRedelivery, statusCode);
    }
}
