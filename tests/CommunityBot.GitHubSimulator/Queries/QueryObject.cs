using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Queries;

/// <summary>An object of the schema. It shows what is asked for and nothing else; a field that it does not have is an error, as at GitHub.</summary>
internal sealed class QueryObject(string type, IReadOnlyDictionary<string, Func<QueryField, object?>> fields)
{
    public JsonObject Select(IEnumerable<QueryField> asked)
    {
        var shown = new JsonObject();
        foreach (var field in asked.Where(field => field.On is null || field.On == type))
        {
            shown[field.Alias] = Show(field);
        }

        return shown;
    }

    private JsonNode? Show(QueryField field)
    {
        if (field.Name == "__typename")
        {
            return type;
        }

        if (!fields.TryGetValue(field.Name, out var resolve))
        {
            throw QueryException.Unknown($"Field '{field.Name}' doesn't exist on type '{type}'");
        }

        return resolve(field) switch
        {
            null => null,
            QueryObject one => one.Select(Asked(field)),
            IEnumerable<QueryObject> all => new JsonArray([.. all.Select(one => one.Select(Asked(field)))]),
            JsonNode value when field.Fields.Count == 0 => value,
            _ => throw new QueryException("selectionMismatch", $"Selections can't be made on scalars (field '{field.Name}')"),
        };
    }

    private static IReadOnlyList<QueryField> Asked(QueryField field) =>
        field.Fields.Count > 0 ? field.Fields : throw new QueryException("selectionMismatch", $"Field must have selections (field '{field.Name}')");
}
