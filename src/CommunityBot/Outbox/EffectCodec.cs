using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityBot.Outbox;

/// <summary>Effects as they are stored.</summary>
public static class EffectCodec
{
    /// <summary>Writes an effect.</summary>
    public static string Write(Effect effect) => JsonSerializer.Serialize(effect, EffectContext.Default.Effect);

    /// <summary>Reads an effect.</summary>
    /// <exception cref="JsonException">It is of a version that this one does not know.</exception>
    public static Effect Read(string stored) => JsonSerializer.Deserialize(stored, EffectContext.Default.Effect) ?? throw new JsonException("the stored effect is null");
}

/// <summary>Parsers made at compile time: less work at start and for each message.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Effect))]
internal sealed partial class EffectContext : JsonSerializerContext;
