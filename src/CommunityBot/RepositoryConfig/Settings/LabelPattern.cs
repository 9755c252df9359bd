using System.Text.RegularExpressions;

namespace CommunityBot.RepositoryConfig.Settings;

/// <summary>Patterns for names of labels: <c>*</c> stands for any text, and capitals do not count, as they do not on GitHub.</summary>
internal static class LabelPattern
{
    /// <summary>Whether a label fits a pattern, in time that grows with the label alone.</summary>
    public static bool Fits(string pattern, string label) => Regex.IsMatch(
        label, $@"\A{Regex.Escape(pattern).Replace(@"\*", ".*", StringComparison.Ordinal)}\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline);
}
