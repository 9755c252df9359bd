using System.Globalization;
using CommunityBot.Messages;
using CommunityBot.RepositoryConfig.Keys;
using CommunityBot.RepositoryConfig.Settings;
using CommunityBot.RepositoryConfig.Yaml;

namespace CommunityBot.RepositoryConfig;

/// <summary>Compares a document with what may be in it, and gathers the values that are valid and the problems of the rest.</summary>
/// <param name="text">The file, for the places of what is wrong inside a text.</param>
/// <param name="keys">Every key that there is.</param>
/// <param name="budget">What may be tried in the file.</param>
internal sealed class ConfigChecker(string text, ConfigKeys keys, TrialBudget budget)
{
    private readonly Dictionary<string, object> _values = [];

    private readonly List<ConfigProblem> _problems = [];

    /// <summary>The valid values, by the path of their key.</summary>
    public IReadOnlyDictionary<string, object> Values => _values;

    /// <summary>What is wrong, in no order.</summary>
    public IReadOnlyList<ConfigProblem> Problems => _problems;

    /// <summary>Checks the keys of a mapping.</summary>
    public void Check(MappingType type, YamlMapping mapping, string path)
    {
        var seen = new Dictionary<string, int>();
        foreach (var (key, value) in mapping.Entries)
        {
            var name = Quoted.Name(key.Text);
            var keyPath = path.Length == 0 ? name : $"{path}.{name}";
            if (!seen.TryAdd(key.Text, key.Line))
            {
                Report(key, keyPath, $"is here twice; what line {seen[key.Text]} says counts");
            }
            else if (type.Find(key.Text) is not { } known)
            {
                ReportUnknown(type, key, path, keyPath);
            }
            else if (known.IsPlanned && value is YamlMapping)
            {
                ReportUnsupported(key, keyPath);
            }
            else if (known.Type is MappingType inner)
            {
                CheckInner(inner, value, keyPath);
            }
            else if (Read(known.Type, value, keyPath) is { } valid)
            {
                _values[keyPath] = valid;
                if (keys.NeverHolds(keyPath))
                {
                    Notice(key, keyPath, "never holds, since only pull requests change files");
                }
            }
        }

        foreach (var missing in type.Keys.Where(key => key.IsRequired && !seen.ContainsKey(key.Name)))
        {
            Report(mapping, path, $"has no {missing.Name}");
        }

        if (mapping.Entries.Count < type.Least)
        {
            Report(mapping, path, $"is empty, expected one of {string.Join(", ", type.Keys.Select(key => key.Name))}");
        }

        if (typeof(IDoubtfulSettings).IsAssignableFrom(type.Settings) && ((IDoubtfulSettings)SettingsBuilder.Build(type, path, _values)).Doubt() is var (doubtful, what))
        {
            Notice(mapping.Entries.FirstOrDefault(entry => entry.Key.Text == doubtful).Key ?? (YamlNode)mapping, $"{path}.{doubtful}", what);
        }
    }

    private void CheckInner(MappingType type, YamlNode value, string path)
    {
        if (value is YamlMapping mapping)
        {
            Check(type, mapping, path);
        }
        else
        {
            ReportType(type, value, path);
        }
    }

    private object? Read(ConfigType type, YamlNode value, string path) => type switch
    {
        ListType list => ReadList(list, value, path),
        ScalarType scalar when value is YamlScalar written => ReadScalar(scalar, written, path),
        _ => ReportType(type, value, path),
    };

    private object? ReadList(ListType type, YamlNode value, string path)
    {
        if (value is not YamlList list)
        {
            return type.OneOrMany && value is YamlScalar { Kind: not ScalarKind.Null }
                ? Read(type.Item, value, path) is { } only ? type.Create([only]) : null
                : ReportType(type, value, path);
        }

        if (list.Items.Count < type.Least)
        {
            return ReportType(type, value, path);
        }

        // What is left of a list is better than none of it. If nothing is left it counts as not written: nobody wrote an empty list.
        List<object> items = [.. list.Items.Select((item, at) => ReadItem(type.Item, item, $"{path}[{at}]")).OfType<object>()];
        return items.Count == 0 && list.Items.Count > 0 ? null : type.Create(items);
    }

    private object? ReadItem(ConfigType type, YamlNode value, string path)
    {
        if (type is not MappingType mapping)
        {
            return Read(type, value, path);
        }

        // A variant with half of its conditions would speak to people it is not meant for, so it is left out whole.
        var item = new ConfigChecker(text, keys, budget);
        item.CheckInner(mapping, value, path);
        _problems.AddRange(item._problems);
        return item._problems.All(problem => problem.Severity == ProblemSeverity.Notice) ? SettingsBuilder.Build(mapping, path, item._values) : null;
    }

    private object? ReadScalar(ScalarType type, YamlScalar value, string path)
    {
        if (Written(type, value) is not { } written)
        {
            return ReportType(type, value, path);
        }

        try
        {
            if (type.Read(written) is not { } read)
            {
                return ReportType(type, value, path);
            }

            type.TryOut?.Invoke(written, budget);
            if (type.Doubt?.Invoke(written) is { } doubt)
            {
                Notice(value, path, $"is {Quoted.Of(written)}, {doubt}");
            }

            return read;
        }
        catch (TemplateException fault)
        {
            var (line, column) = TextPlace.Of(text, value, fault.Line, fault.Column);
            _problems.Add(new(ProblemSeverity.Error, line, column, path, $"{path}: {Quoted.Message(fault.Message)}"));
            return null;
        }
    }

    /// <summary>What is written if it is of the kind that is expected. "+1" is a number to YAML, and so is its "1" to whatever wrote it anew.</summary>
    private static string? Written(ScalarType type, YamlScalar value) =>
        value.Kind == type.Kind ? value.Text
        : value.Kind == ScalarKind.Integer ? type.Allowed?.FirstOrDefault(allowed => Number(allowed) is { } number && number == Number(value.Text))
        : null;

    private static int? Number(string text) => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    private object? ReportType(ConfigType type, YamlNode value, string path)
    {
        var found = value switch
        {
            YamlMapping => "keys with values",
            YamlList { Items.Count: 0 } => "an empty list",
            YamlScalar { Kind: not ScalarKind.Null } scalar => Quoted.Of(scalar.Text),
            YamlScalar => "empty",
            _ => "a list",
        };
        return Report(value, path, $"is {found}, expected {type.Expects}{ProblemHints.OfValue(type, value)}");
    }

    private void ReportUnknown(MappingType type, YamlScalar key, string path, string keyPath)
    {
        if (path.Length == 0 && WelcomeBotParser.Paths.TryGetValue(key.Text, out var ours))
        {
            Report(key, keyPath, $"is a key of the welcome bot, read from {RepositoryConfigs.WelcomeBotPath} alone; here it is {ours}");
            return;
        }

        var nearest = NearestName.Of(key.Text, type.Keys.Select(known => known.Name));
        if (nearest is null && type.Settings is null)
        {
            ReportUnsupported(key, keyPath);
            return;
        }

        var where = path.Length == 0 ? "the config" : path;
        Report(key, keyPath, $"is not a key of {where}; {ProblemHints.OfKey(type, nearest)}");
    }

    private void ReportUnsupported(YamlScalar key, string path) => Notice(key, path, "is not supported by this version and has no effect");

    private void Notice(YamlNode at, string path, string what) => _problems.Add(new(ProblemSeverity.Notice, at.Line, at.Column, path, $"{path} {what}"));

    private object? Report(YamlNode at, string path, string what)
    {
        _problems.Add(new(ProblemSeverity.Error, at.Line, at.Column, path, $"{path} {what}"));
        return null;
    }
}
