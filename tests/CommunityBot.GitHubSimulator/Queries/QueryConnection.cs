using System.Globalization;
using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Queries;

/// <summary>A part of a list: the first after a cursor, or the last before one.</summary>
internal static class QueryConnection
{
    public static QueryObject Of<T>(QueryField field, List<T> all, Func<T, QueryObject> shape)
    {
        var most = field.Number("first", field.Number("last", 0));
        if (most is < 1 or > 100)
        {
            throw new QueryException("MISSING_PAGINATION_BOUNDARIES", $"You must provide a `first` or `last` value of 1 to 100 to properly paginate the `{field.Name}` connection.");
        }

        var (start, end) = field.Arguments.ContainsKey("last")
            ? (Math.Max(field.Number("before", all.Count) - most, 0), field.Number("before", all.Count))
            : (field.Number("after", 0), Math.Min(field.Number("after", 0) + most, all.Count));
        return new("Connection", new Dictionary<string, Func<QueryField, object?>>
        {
            ["totalCount"] = _ => (JsonNode)all.Count,
            ["nodes"] = _ => all[start..end].Select(shape),
            ["pageInfo"] = _ => new QueryObject("PageInfo", new Dictionary<string, Func<QueryField, object?>>
            {
                ["hasPreviousPage"] = _ => (JsonNode)(start > 0),
                ["hasNextPage"] = _ => (JsonNode)(end < all.Count),
                ["startCursor"] = _ => Cursor(start),
                ["endCursor"] = _ => Cursor(end),
            }),
        });
    }

    /// <summary>What is oldest first, in the order that is asked for.</summary>
    public static List<T> Ordered<T>(QueryField field, IEnumerable<T> oldestFirst)
    {
        var order = field.Arguments.GetValueOrDefault("orderBy");
        return ($"{order?["field"]}", $"{order?["direction"]}") switch
        {
            ("CREATED_AT", "ASC") => [.. oldestFirst],
            ("CREATED_AT", "DESC") => [.. oldestFirst.Reverse()],
            _ => throw QueryException.Unknown($"The order {order?.ToJsonString()} of '{field.Name}' is not known"),
        };
    }

    private static JsonNode Cursor(int place) => place.ToString(CultureInfo.InvariantCulture);
}
