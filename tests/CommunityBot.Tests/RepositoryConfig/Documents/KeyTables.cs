using System.Globalization;
using System.Text;
using CommunityBot.RepositoryConfig;
using CommunityBot.RepositoryConfig.Keys;
using CommunityBot.RepositoryConfig.Settings;

namespace CommunityBot.Tests.RepositoryConfig.Documents;

/// <summary>Writes the tables of keys in <c>docs/configuration.md</c>.</summary>
internal sealed class KeyTables
{
    private static readonly MappingType Moment = MomentType();

    private readonly StringBuilder _text = new();

    private KeyTables()
    {
    }

    public static string Write(ConfigKeys keys)
    {
        var tables = new KeyTables();
        var root = Activator.CreateInstance(keys.Root.Settings!)!;
        tables.Begin("The top of the file", null);
        foreach (var key in keys.Root.Keys.Where(key => key.Type is not MappingType))
        {
            tables.Row("", key, key.Property!.GetValue(root));
        }

        foreach (var section in keys.Root.Keys)
        {
            if (section.Type is MappingType { Keys.Count: > 0 } type)
            {
                tables.Begin($"`{section.Name}`", type.Settings);
                tables.Rows("", type);
            }
        }

        tables.Begin("Moments", typeof(MomentSettings));
        tables.Rows("", Moment);
        var variant = (MappingType)((ListType)Moment.Find("variants")!.Type).Item;
        tables.Begin("`variants`", variant.Settings);
        tables.Rows("", variant);
        return tables._text.ToString();
    }

    private void Begin(string heading, Type? settings)
    {
        _text.Append(CultureInfo.InvariantCulture, $"\n### {heading}\n\n{(settings is null ? "" : $"{XmlDocumentation.Summary(settings)}\n\n")}| key | takes | default | meaning |\n| --- | --- | --- | --- |\n");
    }

    private void Rows(string prefix, MappingType type)
    {
        var defaults = type.Settings is null ? null : Activator.CreateInstance(type.Settings);
        foreach (var key in type.Keys)
        {
            var value = Defaults.Of(key, defaults);
            if (key.Type is not MappingType inner)
            {
                Row(prefix, key, value);
            }
            else if (value is MomentSettings)
            {
                MomentRow(prefix, key, inner, value);
            }
            else
            {
                Rows($"{prefix}{key.Name}.", inner);
            }
        }
    }

    /// <summary>A moment has the keys of all moments, which have a table of their own, and perhaps more.</summary>
    private void MomentRow(string prefix, ConfigKey key, MappingType type, object moment)
    {
        var own = Activator.CreateInstance(Moment.Settings!)!;
        var differs = type.Keys.Where(inner => Moment.Find(inner.Name) is { } common && common.Type.Show(common.Property!.GetValue(own)) != inner.Type.Show(inner.Property!.GetValue(moment)))
            .Select(inner => $"`{inner.Name}: {inner.Type.Show(inner.Property!.GetValue(moment))}`");
        Cells($"{prefix}{key.Name}", "[a moment](#moments)", string.Join(", ", differs), XmlDocumentation.Summary(key.Property!));
        foreach (var inner in type.Keys.Where(inner => Moment.Find(inner.Name) is null))
        {
            Row($"{prefix}{key.Name}.", inner, inner.Property!.GetValue(moment));
        }
    }

    private void Row(string prefix, ConfigKey key, object? value)
    {
        var example = XmlDocumentation.Example(key.Property!) is { } text ? $" Example: `{text}`" : "";
        var shown = key.Type.Show(value);
        Cells($"{prefix}{key.Name}", Takes(key), shown.Length == 0 ? "" : $"`{shown}`", XmlDocumentation.Summary(key.Property!) + example);
    }

    private void Cells(params string[] cells) =>
        _text.Append(CultureInfo.InvariantCulture, $"| `{cells[0]}` | {string.Join(" | ", cells.Skip(1).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |\n");

    private static string Takes(ConfigKey key) => $"{Takes(key.Type)}{(key.IsRequired ? ", always" : "")}";

    private static string Takes(ConfigType type) => type switch
    {
        ListType { OneOrMany: true } list => $"{Takes(list.Item)}, or a list of such",
        ListType { Item: MappingType } => "a list, see below",
        ListType list => $"a list: {Takes(list.Item)}",
        ScalarType { Allowed: { } allowed } => string.Join(", ", allowed.Select(text => $"`{text}`")),
        _ => type.Expects.Split([": ", ", for example"], StringSplitOptions.None)[0],
    };

    private static MappingType MomentType()
    {
        var type = new MappingType();
        type.Add(typeof(AnyMoment));
        return type;
    }

    /// <summary>A moment with nothing of its own.</summary>
    private sealed record AnyMoment : MomentSettings;
}
