using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using CommunityBot.RepositoryConfig.Calendar;
using CommunityBot.RepositoryConfig.Formats;

namespace CommunityBot.RepositoryConfig.Keys;

/// <summary>Finds out from settings records what a config may say.</summary>
internal static class ConfigTypes
{
    private const string DurationExpects = "a duration: a whole number up to 9999 and seconds, minutes, hours, days, weeks or workdays, for example 3 workdays";

    private const string HoursExpects = "hours of one day that end after they begin, for example 09:00-17:00";

    private const string DatePattern = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

    /// <summary>The keys of a record: its properties, those that all moments have first.</summary>
    public static List<ConfigKey> KeysOf(Type settings) =>
    [
        .. settings.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite)
            .OrderBy(property => property.DeclaringType == settings)
            .Select(property => new ConfigKey(
                JsonNamingPolicy.KebabCaseLower.ConvertName(property.Name), Of(property.PropertyType, property), property, property.IsDefined(typeof(RequiredMemberAttribute)))),
    ];

    /// <summary>A name of an enumeration, as it is written.</summary>
    public static string NameOf(Enum value) =>
        value is DayOfWeek ? $"{value}"[..3].ToLowerInvariant() : JsonNamingPolicy.KebabCaseLower.ConvertName($"{value}");

    private static ConfigType Of(Type type, PropertyInfo property)
    {
        var least = property.GetCustomAttribute<MinLengthAttribute>()?.Length ?? 0;
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            var element = type.GetGenericArguments()[0];
            return new ListType(Of(element, property), element) { OneOrMany = property.IsDefined(typeof(OneOrManyAttribute)), Least = least };
        }

        if (Scalar(Nullable.GetUnderlyingType(type) ?? type, property) is { } scalar)
        {
            return scalar;
        }

        var mapping = new MappingType { Least = least };
        mapping.Add(type);
        return mapping;
    }

    private static ScalarType? Scalar(Type type, PropertyInfo property) =>
        type == typeof(string) ? Text(property)
        : type == typeof(bool) ? new(ScalarKind.Boolean, "true or false", text => text.Equals("true", StringComparison.OrdinalIgnoreCase))
        : type == typeof(int) ? Integer(property)
        : type.IsEnum ? Names(type)
        : type == typeof(Duration) ? new(ScalarKind.Text, DurationExpects, text => Duration.TryParse(text, out var duration) ? duration : null) { Pattern = Duration.Pattern }
        : type == typeof(WorkHours) ? new(ScalarKind.Text, HoursExpects, text => WorkHours.TryParse(text, out var hours) ? hours : null) { Pattern = WorkHours.Pattern }
        : type == typeof(TimeZoneInfo) ? new(ScalarKind.Text, "the IANA name of a time zone, for example Europe/Berlin", TimeZones.Find) { Pattern = TimeZones.Pattern, Suggest = TimeZones.Nearest }
        : type == typeof(DateOnly) ? new(ScalarKind.Text, "a date, for example 2026-12-25", text => TryDate(text, out var day) ? day : null) { Pattern = DatePattern }
        : null;

    private static ScalarType Text(PropertyInfo property)
    {
        var format = property.GetCustomAttribute<TextFormatAttribute>()
            ?? throw new InvalidOperationException($"{property.DeclaringType}.{property.Name} does not say what a text in it looks like.");
        return new(ScalarKind.Text, format.Expects, Checked) { Pattern = format.Pattern, Allowed = format.Allowed, Doubt = format.Doubt };

        object? Checked(string text)
        {
            format.Check(text);
            return format.Allowed is null ? text : format.Allowed.FirstOrDefault(allowed => allowed == text);
        }
    }

    private static ScalarType Integer(PropertyInfo property)
    {
        var range = property.GetCustomAttribute<RangeAttribute>() is { Minimum: int least, Maximum: int most } ? (least, most) : (0, int.MaxValue);
        return new(ScalarKind.Integer, "a whole number", Read) { Range = range };

        object? Read(string text) =>
            int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= range.Item1 && number <= range.Item2 ? number : null;
    }

    private static ScalarType Names(Type type)
    {
        var names = Enum.GetValues(type).Cast<Enum>().ToDictionary(NameOf);
        return new(ScalarKind.Text, "one of", names.GetValueOrDefault) { Allowed = [.. names.Keys] };
    }

    private static bool TryDate(string text, out DateOnly day) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
