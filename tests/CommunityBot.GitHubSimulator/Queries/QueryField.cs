using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Queries;

/// <summary>A field that a query asks for.</summary>
/// <param name="Name">Its name in the schema.</param>
/// <param name="Alias">Its name in the answer.</param>
/// <param name="On">The type that it is asked of; null for any.</param>
/// <param name="Arguments">Its arguments, with the variables in their places.</param>
/// <param name="Fields">What is asked for of it.</param>
internal sealed record QueryField(string Name, string Alias, string? On, IReadOnlyDictionary<string, JsonNode?> Arguments, IReadOnlyList<QueryField> Fields)
{
    public string Text(string argument) => $"{Arguments.GetValueOrDefault(argument)}";

    public int Number(string argument, int otherwise) => int.TryParse(Text(argument), out var number) ? number : otherwise;
}

/// <summary>A query or a mutation.</summary>
internal sealed record QueryOperation(bool IsMutation, string Name, IReadOnlyList<QueryField> Fields);

/// <summary>An error as GraphQL tells it.</summary>
internal sealed class QueryException(string type, string message) : Exception(message)
{
    private const string UndefinedField = "undefinedField";

    public string Type { get; } = type;

    public bool IsUnknown => Type == UndefinedField;

    /// <summary>Something that is not in the schema, or not in as much of it as there is here.</summary>
    public static QueryException Unknown(string what) => new(UndefinedField, what);

    public static QueryException NoNode(string id) => new("NOT_FOUND", $"Could not resolve to a node with the global id of '{id}'.");

    public static QueryException Unreadable(string what) => new("PARSE_ERROR", $"Parse error on {what}");
}
