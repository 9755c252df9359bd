using System.Globalization;
using Prometheus;

namespace CommunityBot.Hosting;

/// <summary>What <c>GET /metrics</c> shows, in a registry of its own so that several hosts fit into one process.</summary>
public sealed class BotMetrics
{
    private readonly Counter _answers;
    private readonly Counter _deliveries;

    /// <summary>Makes the metrics, all at zero.</summary>
    public BotMetrics()
    {
        var metrics = Metrics.WithCustomRegistry(Registry);
        _answers = metrics.CreateCounter("communitybot_webhook_answers_total", "Webhook requests by the status they were answered with.", "status");
        _deliveries = metrics.CreateCounter(
            "communitybot_deliveries_total", "Deliveries by event, and whether they were stored, seen before, or nobody listens to them.", "event", "outcome");
    }

    /// <summary>The registry that is shown.</summary>
    public CollectorRegistry Registry { get; } = Metrics.NewCustomRegistry();

    /// <summary>Counts an answered request.</summary>
    public void Answered(int status) => _answers.WithLabels(status.ToString(CultureInfo.InvariantCulture)).Inc();

    /// <summary>Counts an accepted delivery. Only events that somebody listens to have a label of their own, since anybody can make up a name.</summary>
    public void Received(string @event, string outcome) => _deliveries.WithLabels(@event, outcome).Inc();
}
