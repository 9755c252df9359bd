using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Octokit.Webhooks;

namespace CommunityBot.Inbox;

/// <summary>Reads payloads as the typed events of Octokit.Webhooks.</summary>
public static class PayloadReader
{
    // The library demands dozens of addresses that nobody reads, and GitHub (above all Enterprise Server) leaves some out. Null gets past "required"
    // anyway, so handlers look before they use, and what is missing is treated as null.
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
    /// <exception cref="JsonException">The library cannot read it.</exception>
    public static TEvent Read<TEvent>(ReadOnlySpan<byte> payload)
        where TEvent : WebhookEvent =>
        JsonSerializer.Deserialize<TEvent>(payload, Options) ?? throw new JsonException("The payload is null.");
}
