using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Keys;
using CommunityBot.RepositoryConfig.Yaml;

namespace CommunityBot.Tests.RepositoryConfig.Documents;

/// <summary>Writes the JSON Schema (draft 7) of the config.</summary>
internal sealed class JsonSchemaWriter
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, NewLine = "\n" };

    private readonly JsonObject _definitions = [];

    private JsonSchemaWriter()
    {
    }

    public static string Write(ConfigKeys keys)
    {
        var writer = new JsonSchemaWriter();
        var schema = new JsonObject { ["$schema"] = "http://json-schema.org/draft-07/schema#", ["title"] = "CommunityBot" };
        foreach (var (name, value) in writer.Mapping(keys.Root, Activator.CreateInstance(keys.Root.Settings!)!))
        {
            schema[name] = value?.DeepClone();
        }

        schema["definitions"] = writer._definitions;
        return $"{schema.ToJsonString(Readable)}\n";
    }

    private JsonObject Mapping(MappingType type, object? defaults)
    {
        var schema = new JsonObject { ["description"] = type.Settings is null ? "Partly or wholly of a later version." : XmlDocumentation.Summary(type.Settings), ["type"] = "object" };
        var properties = new JsonObject();
        foreach (var key in type.Keys)
        {
            properties[key.Name] = Property(key, Defaults.Of(key, defaults));
        }

        schema["properties"] = properties;
        if (type.Settings is not null)
        {
            schema["additionalProperties"] = false;
        }

        if (type.Keys.Where(key => key.IsRequired).Select(key => (JsonNode)key.Name).ToArray() is { Length: > 0 } required)
        {
            schema["required"] = new JsonArray(required);
        }

        if (type.Least > 0)
        {
            schema["minProperties"] = type.Least;
        }

        return schema;
    }

    private JsonObject Property(ConfigKey key, object? value)
    {
        var defaults = value ?? (key.Type is MappingType { Settings: { } settings } ? Activator.CreateInstance(settings) : null);
        var schema = Value(key.Type, defaults);
        if (key.Property is null)
        {
            return schema;
        }

        schema.Remove("description");
        schema.Insert(0, "description", XmlDocumentation.Summary(key.Property));
        if (value is not null && key.Type is not MappingType)
        {
            schema["default"] = Json(key.Type, value);
        }

        if (XmlDocumentation.Example(key.Property) is { } example)
        {
            schema["examples"] = new JsonArray(Json(YamlReader.Read(example, out _)!));
        }

        return schema;
    }

    private JsonObject Value(ConfigType type, object? defaults) => type switch
    {
        MappingType mapping => Mapping(mapping, defaults),
        ListType { OneOrMany: true } list => new() { ["anyOf"] = new JsonArray(Value(list.Item, null), List(list)) },
        ListType list => List(list),
        ScalarType scalar => Scalar(scalar),
        _ => throw new ArgumentException($"There is no schema for {type}.", nameof(type)),
    };

    private JsonObject List(ListType type)
    {
        var schema = new JsonObject { ["type"] = "array", ["items"] = type.Item is MappingType item ? Reference(item) : Value(type.Item, null) };
        if (type.Least > 0)
        {
            schema["minItems"] = type.Least;
        }

        return schema;
    }

    private JsonObject Reference(MappingType type)
    {
        var name = type.Settings!.Name.Replace("Settings", "", StringComparison.Ordinal).ToLowerInvariant();
        if (!_definitions.ContainsKey(name))
        {
            _definitions[name] = Mapping(type, null);
        }

        return new() { ["$ref"] = $"#/definitions/{name}" };
    }

    private static JsonObject Scalar(ScalarType type)
    {
        var schema = new JsonObject();
        if (type.Allowed is { } allowed)
        {
            // "+1" without quotes is a number to YAML.
            var numbers = allowed.Where(text => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _));
            schema["enum"] = new JsonArray([.. allowed.Select(text => (JsonNode)text), .. numbers.Select(text => (JsonNode)int.Parse(text, CultureInfo.InvariantCulture))]);
            return schema;
        }

        schema["type"] = type.Kind switch { ScalarKind.Boolean => "boolean", ScalarKind.Integer => "integer", _ => "string" };
        if (type.Range is { } range)
        {
            (schema["minimum"], schema["maximum"]) = (range.Least, range.Most);
        }

        if (type.Pattern is not null)
        {
            schema["pattern"] = type.Pattern;
        }

        return schema;
    }

    private static JsonNode Json(ConfigType type, object value) => type switch
    {
        ListType list => new JsonArray([.. ((System.Collections.IEnumerable)value).Cast<object>().Select(item => Json(list.Item, item))]),
        ScalarType { Kind: ScalarKind.Boolean } => (bool)value,
        ScalarType { Kind: ScalarKind.Integer } => (int)value,
        _ => type.Show(value),
    };

    private static JsonNode Json(YamlNode node) => node switch
    {
        YamlList list => new JsonArray([.. list.Items.Select(Json)]),
        YamlScalar { Kind: ScalarKind.Integer } number => int.Parse(number.Text, CultureInfo.InvariantCulture),
        YamlScalar text => text.Text,
        _ => throw new ArgumentException($"{node} is no example.", nameof(node)),
    };
}
