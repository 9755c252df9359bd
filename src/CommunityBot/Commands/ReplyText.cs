using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using CommunityBot.Messages;

namespace CommunityBot.Commands;

/// <summary>
/// A sentence for whoever wrote a command: why it was not done and what would be, or what it is for. Those of a folder are in a table a language, <c>replies.LANGUAGE.json</c>; in them
/// <c>{name}</c> is the place of a value.
/// </summary>
public sealed record ReplyText
{
    private static readonly ConcurrentDictionary<string, ImmutableDictionary<string, string>> Tables = new();

    private ImmutableDictionary<string, Func<string, string>> _values;

    /// <summary>A sentence of a table.</summary>
    /// <param name="table">What the names of the embedded resources begin with; a language and <c>.json</c> follow.</param>
    /// <param name="name">The sentence.</param>
    /// <param name="values">What it speaks of, whoever wrote it: it is printed inert.</param>
    /// <exception cref="KeyNotFoundException">There is no such sentence.</exception>
    public ReplyText(string table, string name, params ReadOnlySpan<(string Name, string Value)> values)
    {
        (Table, Name) = (table, name);
        _values = values.ToArray().ToImmutableDictionary(value => value.Name, value => Always(InertText.Of(value.Value)));
        _ = Find(Languages.Default);
    }

    /// <summary>The same with a value that no stranger wrote, which is printed as it is: it may be copied.</summary>
    public ReplyText WithOwn(string name, string value) => this with { _values = _values.SetItem(name, Always(value)) };

    /// <summary>The same with one of some values, whoever wrote them.</summary>
    public ReplyText WithOneOf(string name, IReadOnlyList<string> values) =>
        this with { _values = _values.SetItem(name, language => string.Join(CommandReplies.Or.In(language), values.Select(InertText.Of))) };

    /// <summary>What the names of the embedded resources begin with.</summary>
    public string Table { get; }

    /// <summary>The sentence, by its name in the table.</summary>
    public string Name { get; }

    /// <summary>The sentence in a language, one of <see cref="Languages.All"/>.</summary>
    public string In(string language) => _values.Aggregate(Find(language), (text, value) => text.Replace($"{{{value.Key}}}", value.Value(language), StringComparison.Ordinal));

    private static Func<string, string> Always(string value) => _ => value;

    private string Find(string language) => Tables.GetOrAdd($"{Table}.{language}.json", Read)[Name];

    private static ImmutableDictionary<string, string> Read(string resource)
    {
        using var stream = typeof(ReplyText).Assembly.GetManifestResourceStream(resource) ?? throw new KeyNotFoundException($"There is no {resource}.");
        return JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!.ToImmutableDictionary();
    }
}
