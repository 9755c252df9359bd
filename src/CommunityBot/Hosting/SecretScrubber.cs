using System.Text.RegularExpressions;

namespace CommunityBot.Hosting;

/// <summary>
/// Takes secrets out of what is about to be logged: the ones that this service was configured with, and whatever has the shape of one.
/// </summary>
public sealed partial class SecretScrubber
{
    /// <summary>What stands where a secret was.</summary>
    public const string Mask = "[scrubbed]";

    /// <summary>A configured secret shorter than this would take ordinary words out of the log.</summary>
    private const int ShortestSecret = 4;

    private readonly string[] _secrets;

    /// <summary>Makes a scrubber that knows the configured secrets.</summary>
    /// <param name="secrets">Secrets, which are found as they are and as JSON writes them; of those with several lines each line counts by itself.</param>
    public SecretScrubber(IEnumerable<string?> secrets) => _secrets =
        [.. secrets.OfType<string>()
            .SelectMany(secret => secret.Split('\n').Append(secret.ReplaceLineEndings("\\n")))
            .Select(secret => secret.Trim())
            .Where(secret => secret.Length >= ShortestSecret && !secret.StartsWith("-----", StringComparison.Ordinal))
            .SelectMany(secret => new[] { secret, secret.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) })
            .Distinct()
            .OrderByDescending(secret => secret.Length)];

    /// <summary>The secrets of the operator's settings.</summary>
    public static SecretScrubber For(OperatorSettings settings)
    {
        var github = settings.GitHub;
        return new([github.WebhookSecret, github.WebhookSecretPrevious, github.ClientSecret, github.PrivateKey]);
    }

    /// <summary>The text without secrets.</summary>
    public string Scrub(string text)
    {
        foreach (var secret in _secrets)
        {
            text = text.Replace(secret, Mask, StringComparison.Ordinal);
        }

        // Nearly every line holds none of these beginnings, and looking for them is cheap.
        return Beginnings().IsMatch(text) ? Shapes().Replace(text, match => match.Groups["keep"].Value + Mask) : text;
    }

    [GeneratedRegex("gh[a-z]_|github_pat_|eyJ|-----BEGIN|sha(?:1|256)=|bearer|authorization|token ", RegexOptions.IgnoreCase)]
    private static partial Regex Beginnings();

    // Tokens of GitHub (https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/), whose length is not to be counted
    // on; web tokens; keys; signatures; and whatever a header says of who somebody is.
    [GeneratedRegex(
        """
        (?:gh[a-z]_|github_pat_)[A-Za-z0-9_.\-]+
        | eyJ[A-Za-z0-9_\-]+(?:\.[A-Za-z0-9_\-]*){0,2}
        | -----BEGIN[^-]*-----(?:(?!-----END).)*(?:-----END[^-]*-----)?
        | sha(?:1|256)=[0-9a-f]+
        | (?<keep>\b(?:bearer|token)\s+)[^\s"',;]{8,}
        | (?<keep>authorization["']?\s*[:=]\s*["'\[]*)(?:(?:bearer|token|basic)\s+)?[^\s"',;\]]+
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.Singleline)]
    private static partial Regex Shapes();
}
