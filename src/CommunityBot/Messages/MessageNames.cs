using System.Collections.Immutable;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>The names that a template may use, each with a value of the kind that it has. Which of them there are depends on the moment.</summary>
internal static class MessageNames
{
    /// <summary>What a loop knows of itself.</summary>
    public static readonly FluidValue Loop = new FieldsValue(("index", NumberValue.Create(1)), ("first", BooleanValue.True), ("last", BooleanValue.True));

    private static readonly Uri Server = new("https://github.com/");

    /// <summary>All of them.</summary>
    public static readonly ImmutableDictionary<string, FluidValue> All =
        MessageValues.Of(SampleModels.Full, Server).Select(value => KeyValuePair.Create(value.Name, value.Value)).ToImmutableDictionary(StringComparer.Ordinal);
}
