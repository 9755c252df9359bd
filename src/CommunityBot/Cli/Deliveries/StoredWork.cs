using System.Text.Json.Nodes;
using CommunityBot.Inbox;
using CommunityBot.Outbox;
using CommunityBot.Storage;
using CommunityBot.Work;

namespace CommunityBot.Cli.Deliveries;

/// <summary>A delivery of the inbox or a message of the outbox, as an operator sees it.</summary>
/// <param name="Id">What it is called on the command line.</param>
/// <param name="Row">Where it stands.</param>
/// <param name="What">The event and its action, or the moment.</param>
/// <param name="Repository">Owner and name; null if that is not known.</param>
internal sealed record StoredWork(string Id, WorkRow Row, string What, string? Repository)
{
    /// <summary>Where it stands, in a word.</summary>
    public string State => Row.State switch
    {
        WorkState.Available => "waiting",
        WorkState.Running => "running",
        WorkState.Completed => "done",
        _ => "parked",
    };

    /// <summary>A delivery.</summary>
    public static StoredWork Of(DeliveryRow row, string? repository) =>
        new(row.DeliveryId, row, row.Action is null ? row.Event : $"{row.Event}.{row.Action}", repository);

    /// <summary>A message.</summary>
    public static StoredWork Of(OutboxRow row) => new(OutboxMessage.IdOf(row.Seq), row, row.Moment, row.Repository);

    /// <summary>All facts, in the order in which they are of interest.</summary>
    public JsonObject ToJson()
    {
        var json = new JsonObject { ["id"] = Id, ["state"] = State };
        var installation = Row.Lane;
        if (Row is DeliveryRow delivery)
        {
            (json["kind"], json["event"], json["action"]) = ("delivery", delivery.Event, delivery.Action);
            (json["repository"], json["repository_id"], installation) = (Repository, delivery.RepositoryId, delivery.InstallationId);
        }
        else if (Row is OutboxRow message)
        {
            (json["kind"], json["moment"], json["key"]) = ("message", message.Moment, message.Key);
            (json["repository"], json["repository_id"], json["delivery"], json["url"]) = (Repository, message.RepositoryId, message.DeliveryId, message.Url);
        }

        (json["installation_id"], json["attempts"], json["reason"]) = (installation, Row.Attempts, Row.Error);

        // What is not waiting was due, and has a lease for its due time.
        (json["created_at"], json["due_at"]) = (Time(Row.CreatedAt), Row.State == WorkState.Available ? Time(Row.DueAt) : null);
        (json["tried_since"], json["finished_at"]) = (Time(Row.RetriedAt), Time(Row.FinishedAt));
        return json;
    }

    private static string? Time(long? milliseconds) => milliseconds is { } at ? Clock.FromMilliseconds(at).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture) : null;
}
