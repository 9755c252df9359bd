using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CommunityBot.GitHubSimulator.Queries;

/// <summary>Reads as much of GraphQL as the bot writes: one operation with variables, aliases and inline fragments.</summary>
internal sealed partial class QueryParser
{
    private readonly JsonObject _variables;
    private readonly List<string> _tokens;
    private int _at;

    private QueryParser(string text, JsonObject variables) =>
        (_variables, _tokens) = (variables, [.. Token().Matches(text).Select(match => match.Value), "end"]);

    public static QueryOperation Parse(string text, JsonObject variables) => new QueryParser(text, variables).Operation();

    /// <summary>The name of an operation, or null if it has none.</summary>
    public static string? NameOf(string text) => Named().Match(text) is { Success: true } match ? match.Groups[1].Value : null;

    private QueryOperation Operation()
    {
        var isMutation = Take("mutation");
        if (!isMutation)
        {
            Take("query");
        }

        var name = Current is "{" or "(" ? "" : Next();
        if (Take("("))
        {
            while (!Take(")"))
            {
                Next();
            }
        }

        return new(isMutation, name, Selection(on: null));
    }

    private string Current => _tokens[_at];

    private List<QueryField> Selection(string? on)
    {
        Expect("{");
        var fields = new List<QueryField>();
        while (!Take("}"))
        {
            if (Take("..."))
            {
                Expect("on");
                fields.AddRange(Selection(Next()));
                continue;
            }

            var alias = Next();
            var name = Take(":") ? Next() : alias;
            var arguments = Take("(") ? Members(")") : [];
            fields.Add(new(name, alias, on, arguments, Current == "{" ? Selection(on: null) : []));
        }

        return fields;
    }

    private Dictionary<string, JsonNode?> Members(string end)
    {
        var members = new Dictionary<string, JsonNode?>();
        while (!Take(end))
        {
            var name = Next();
            Expect(":");
            members[name] = Value();
        }

        return members;
    }

    private JsonNode? Value()
    {
        var token = Next();
        return token switch
        {
            "{" => new JsonObject(Members("}")),
            "true" or "false" => token == "true",
            "null" => null,
            ['$', .. var variable] => _variables[variable]?.DeepClone(),
            ['"', .. var text, '"'] => text,
            [>= '0' and <= '9', ..] => int.Parse(token, System.Globalization.CultureInfo.InvariantCulture),
            _ => token,
        };
    }

    private string Next() => Current == "end" ? throw QueryException.Unreadable("the end") : _tokens[_at++];

    private bool Take(string token)
    {
        var isThere = Current == token;
        _at += isThere ? 1 : 0;
        return isThere;
    }

    private void Expect(string token)
    {
        if (!Take(token))
        {
            throw QueryException.Unreadable($"\"{Current}\" where \"{token}\" should be");
        }
    }

    [GeneratedRegex(@"\.\.\.|[_A-Za-z]\w*|\$\w+|""[^""]*""|\d+|[{}()\[\]:!=@]")]
    private static partial Regex Token();

    [GeneratedRegex(@"\A\s*(?:query|mutation)\s+(\w+)")]
    private static partial Regex Named();
}
