using System.Collections.Immutable;
using Fluid.Values;

namespace CommunityBot.Messages;

/// <summary>The names that a template may use, each with a value of the kind that it has. Which of them there are depends on the moment.</summary>
internal static class MessageNames
{
    /// <summary>What a loop knows of itself.</summary>
    public static readonly FluidValue Loop = new FieldsValue(("index", NumberValue.Create(1)), ("first", BooleanValue.True), ("last", BooleanValue.True));

    private static readonly Uri Server = new("https://github.com/");

    /// <summary>Names that nothing sets yet, but that messages may already have, the built-in ones do.</summary>
    public static readonly IReadOnlyDictionary<string, FluidValue> Later = new Dictionary<string, FluidValue>
    {
        ["mentor"] = new PersonValue("mentor", Server),
        ["merger"] = new PersonValue("merger", Server),
        ["days"] = NumberValue.Create(1),
    };

    /// <summary>All of them.</summary>
    public static readonly ImmutableDictionary<string, FluidValue> All =
        MessageValues.Of(SampleModels.Full, Server).Select(value => KeyValuePair.Create(value.Name, value.Value)).Concat(Later).ToImmutableDictionary(StringComparer.Ordinal);
}
