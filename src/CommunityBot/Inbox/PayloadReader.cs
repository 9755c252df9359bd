using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Octokit.Webhooks;

namespace CommunityBot.Inbox;

/// <summary>Reads payloads as the typed events of Octokit.Webhooks.</summary>
public static class PayloadReader
{
    // The library demands dozens of addresses that nobody reads, and GitHub (above all Enterprise Server) leaves some out. Null gets past "required"
    // anyway, so handlers look before they use, and what is missing is treated as null; what they cannot do without is among the required parts.
    private static readonly JsonSerializerOptions Options = new()
    {
        TypeInfoResolver = new DefaultJsonTypeInfoResolver
        {
            Modifiers =
            {
                type =>
                {
                    foreach (var property in type.Properties)
                    {
                        property.IsRequired = false;
                    }
                },
            },
        },
    };

    /// <summary>Reads a payload.</summary>
    /// <exception cref="JsonException">The library cannot read it, or it lacks what its event needs.</exception>
    public static TEvent Read<TEvent>(ReadOnlySpan<byte> payload)
        where TEvent : WebhookEvent
    {
        var webhook = Deserialize<TEvent>(payload);
        RequiredParts.Check(webhook);
        return webhook;
    }

    private static TEvent Deserialize<TEvent>(ReadOnlySpan<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize<TEvent>(payload, Options) ?? throw new JsonException("it is null");
        }
        catch (Exception fault) when (fault is not JsonException)
        {
            // The library's own converters throw whatever they meet, and what they read is all that they depend on.
            throw new JsonException(fault.Message, fault);
        }
    }
}
