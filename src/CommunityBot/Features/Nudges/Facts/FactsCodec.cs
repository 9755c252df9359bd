using System.Text.Json;
using System.Text.Json.Serialization;

namespace CommunityBot.Features.Nudges.Facts;

/// <summary>Facts as they are stored: the names are, too, and never change.</summary>
internal static class FactsCodec
{
    /// <summary>Writes facts.</summary>
    public static string Write(PullFacts facts) => JsonSerializer.Serialize(facts, FactsContext.Default.PullFacts);

    /// <summary>Writes a snapshot.</summary>
    public static string Write(PullSnapshot snapshot) => JsonSerializer.Serialize(snapshot, FactsContext.Default.PullSnapshot);

    /// <summary>Writes how far nudging has come.</summary>
    public static string Write(NudgeProgress progress) => JsonSerializer.Serialize(progress, FactsContext.Default.NudgeProgress);

    /// <summary>Reads facts.</summary>
    public static PullFacts ReadFacts(string stored) => JsonSerializer.Deserialize(stored, FactsContext.Default.PullFacts) ?? PullFacts.None;

    /// <summary>Reads how far nudging has come.</summary>
    public static NudgeProgress ReadProgress(string stored) => JsonSerializer.Deserialize(stored, FactsContext.Default.NudgeProgress) ?? NudgeProgress.None;
}

/// <summary>Parsers made at compile time: less work for each row.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.KebabCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(PullFacts))]
[JsonSerializable(typeof(NudgeProgress))]
internal sealed partial class FactsContext : JsonSerializerContext;
