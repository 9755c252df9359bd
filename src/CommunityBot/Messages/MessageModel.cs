using CommunityBot.GitHub;

namespace CommunityBot.Messages;

/// <summary>What a template can speak of, and the language it speaks. What is not here is nil to it: <c>{% if mentor %}</c> is false.</summary>
/// <param name="Language">One of <see cref="Languages.All"/>.</param>
/// <param name="Repository">Where it is said.</param>
/// <param name="Author">Login of whose item it is.</param>
/// <param name="Item">What it is said on.</param>
/// <param name="Links">Where it can point to.</param>
public sealed record MessageModel(string Language, RepositoryRef Repository, string Author, MessageItem Item, MessageLinks Links)
{
    /// <summary>What only some messages can speak of.</summary>
    public MessageExtras Extras { get; init; } = MessageExtras.None;
}

/// <summary>What a message is said on.</summary>
/// <param name="Kind">Its name in templates: <c>issue</c>, <c>pull_request</c>, <c>discussion</c> or <c>release</c>.</param>
/// <param name="Number">Its number; 0 for a release, which has none.</param>
/// <param name="Title">Its title, as its author wrote it.</param>
/// <param name="Url">Its page.</param>
/// <param name="Labels">Names of its labels.</param>
public sealed record MessageItem(string Kind, int Number, string Title, string Url, IReadOnlyList<string> Labels);
