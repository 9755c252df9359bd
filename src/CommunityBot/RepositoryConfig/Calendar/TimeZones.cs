using System.Text.RegularExpressions;

namespace CommunityBot.RepositoryConfig.Calendar;

/// <summary>Time zones by their IANA names.</summary>
internal static partial class TimeZones
{
    /// <summary>What a name looks like, for JSON Schema and .NET alike. A name is a path to a file: nothing that leads elsewhere is looked for.</summary>
    public const string Pattern = "^[A-Za-z][A-Za-z0-9_+-]*(/[A-Za-z0-9_+-]+){0,2}$";

    private static readonly Lazy<IReadOnlyList<string>> Names = new(() => [.. TimeZoneInfo.GetSystemTimeZones().Select(zone => zone.Id)]);

    /// <summary>Finds a zone. Capitals count: whether they do to the framework depends on what it looked up before.</summary>
    public static TimeZoneInfo? Find(string name) =>
        IsName(name) && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) && zone.HasIanaId && zone.Id == name ? zone : null;

    /// <summary>The name that was probably meant, if there is one like it.</summary>
    public static string? Nearest(string name) =>
        TimeZoneInfo.TryConvertWindowsIdToIanaId(name, out var iana) ? iana
        : NearestName.Of(name, Names.Value) ?? Names.Value.FirstOrDefault(known => known.EndsWith($"/{name.Replace(' ', '_')}", StringComparison.OrdinalIgnoreCase));

    private static bool IsName(string name) => Written().Match(name) is { Success: true } match && match.Length == name.Length;

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}
