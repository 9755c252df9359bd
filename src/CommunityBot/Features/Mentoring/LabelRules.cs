namespace CommunityBot.Features.Mentoring;

/// <summary>Which labels an issue has.</summary>
internal static class LabelRules
{
    /// <summary>Whether one of some labels is among those that the config names; capitals do not count, as they do not on GitHub.</summary>
    public static bool HasOne(IEnumerable<string> labels, IReadOnlyList<string> wanted) => labels.Any(label => wanted.Contains(label, StringComparer.OrdinalIgnoreCase));
}
