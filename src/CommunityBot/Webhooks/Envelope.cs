using System.Text.Json;

namespace CommunityBot.Webhooks;

/// <summary>The little of a payload that is needed before it is stored.</summary>
/// <param name="Action">Its action, if it has one.</param>
/// <param name="InstallationId">Numeric id of the installation, 0 if it names none.</param>
/// <param name="RepositoryId">Numeric id of the repository, 0 if it names none.</param>
public readonly record struct Envelope(string? Action, long InstallationId, long RepositoryId)
{
    /// <summary>GitHub nests some ten deep; a payload by an attacker must not exhaust the stack of what reads it later.</summary>
    private const int MaxDepth = 64;

    /// <summary>Reads a payload in one pass. False if it is not one whole JSON object.</summary>
    public static bool TryRead(ReadOnlySpan<byte> payload, out Envelope envelope)
    {
        try
        {
            var reader = new Utf8JsonReader(payload, new JsonReaderOptions { MaxDepth = MaxDepth });
            return TryRead(ref reader, out envelope);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            envelope = default;
            return false;
        }
    }

    private static bool TryRead(ref Utf8JsonReader reader, out Envelope envelope)
    {
        envelope = default;
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var section = Section.None;
        while (reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth > 2)
            {
                continue;
            }

            if (reader.CurrentDepth == 1)
            {
                section = SectionOf(ref reader);
                if (section == Section.Action && reader.Read() && reader.TokenType == JsonTokenType.String)
                {
                    envelope = envelope with { Action = reader.GetString() };
                }
            }
            else if (section is Section.Installation or Section.Repository && reader.ValueTextEquals("id"u8)
                && reader.Read() && reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out var id))
            {
                envelope = section == Section.Installation ? envelope with { InstallationId = id } : envelope with { RepositoryId = id };
            }
        }

        return true;
    }

    private static Section SectionOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("action"u8) ? Section.Action
        : reader.ValueTextEquals("installation"u8) ? Section.Installation
        : reader.ValueTextEquals("repository"u8) ? Section.Repository
        : Section.None;

    private enum Section
    {
        None,
        Action,
        Installation,
        Repository,
    }
}
