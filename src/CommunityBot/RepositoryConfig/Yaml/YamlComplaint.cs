namespace CommunityBot.RepositoryConfig.Yaml;

/// <summary>What is said of a file that is no YAML.</summary>
internal static class YamlComplaint
{
    /// <summary>What is said of a key that is a list or has keys itself.</summary>
    public const string KeyOfKeys = "a key has to be a text";

    private const string Quotes = "a text with \": \" in it, or that begins with {, [ or @, needs quotes or |";

    /// <summary>What is mostly said of a text without quotes that means something else to YAML; the library's words tell of its grammar alone.</summary>
    private static readonly string[] OfTexts = [KeyOfKeys, "found invalid mapping", "did not find expected key", "character that cannot start any token"];

    /// <summary>A complaint and, where it helps, what to do about it.</summary>
    public static string Explain(string complaint) =>
        OfTexts.Any(known => complaint.Contains(known, StringComparison.Ordinal)) ? $"{Quoted.Message(complaint.TrimEnd('.'))}; {Quotes}" : Quoted.Message(complaint);
}
