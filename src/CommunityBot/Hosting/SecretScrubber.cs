using System.Buffers;
using System.Text.Json;
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

    private readonly SearchValues<string> _any;

    /// <summary>Makes a scrubber that knows the configured secrets.</summary>
    /// <param name="secrets">Secrets, which are found as they are and as formats and addresses write them; of those with several lines each line counts by itself.</param>
    public SecretScrubber(IEnumerable<string?> secrets)
    {
        _secrets =
        [
            .. secrets.OfType<string>()
                .SelectMany(secret => secret.Split('\n').Append(secret.ReplaceLineEndings("\\n")))
                .Select(secret => secret.Trim())
                .Where(secret => secret.Length >= ShortestSecret && !secret.StartsWith("-----", StringComparison.Ordinal))
                .SelectMany(Written)
                .Distinct()
                .OrderByDescending(secret => secret.Length),
        ];
        _any = SearchValues.Create(_secrets, StringComparison.Ordinal);
    }

    /// <summary>The secrets of the operator's settings.</summary>
    public static SecretScrubber For(OperatorSettings settings)
    {
        var github = settings.GitHub;
        return new([github.WebhookSecret, github.WebhookSecretPrevious, github.ClientSecret, github.PrivateKey, settings.SetupToken]);
    }

    /// <summary>The text without secrets.</summary>
    public string Scrub(string text)
    {
        // One pass tells that nearly every line holds none of them.
        if (text.AsSpan().ContainsAny(_any))
        {
            foreach (var secret in _secrets)
            {
                text = text.Replace(secret, Mask, StringComparison.Ordinal);
            }
        }

        return Beginnings().IsMatch(text) ? Shapes().Replace(text, match => match.Groups["keep"].Value + Mask) : text;
    }

    // A secret of letters and digits is the same in all of these. The others are quoted by a serializer or an address first, and then once more by the
    // format of the log: Serilog's JSON, or its text, which leaves backslashes alone.
    private static IEnumerable<string> Written(string secret)
    {
        string[] once = [secret, InJson(secret), InText(secret), JsonEncodedText.Encode(secret).Value, Uri.EscapeDataString(secret)];
        return once.SelectMany(form => new[] { form, InJson(form), InText(form) });
    }

    private static string InJson(string text) => InText(text.Replace("\\", "\\\\", StringComparison.Ordinal));

    private static string InText(string text) => text.Replace("\"", "\\\"", StringComparison.Ordinal);

    // Looking for these is cheap.
    [GeneratedRegex("gh[a-z]_|github_pat_|(?-i:eyJ)|-----BEGIN|LS0tLS1CRUdJTi|sha(?:1|256)=|bearer|authorization|token|client_secret|password|[?&](?:code|state)=|://[^\\s/@\"']+@", RegexOptions.IgnoreCase)]
    private static partial Regex Beginnings();

    // Tokens of GitHub (https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/), whose length is not to be counted
    // on; web tokens; keys, also in base64; signatures; and whatever a header, an address or a connection string says of who somebody is. A shape ends where
    // its alphabet does, so that a stranger who writes the beginning of one cannot take the rest of the line out.
    [GeneratedRegex(
        """
        (?:gh[a-z]_|github_pat_)[A-Za-z0-9_.\-]+
        | (?-i:eyJ)[A-Za-z0-9_\-]{8,}(?:\.[A-Za-z0-9_\-]*){1,2}
        | -----BEGIN[^-"]*-----[^"]{0,8192}?-----END[^-"]*-----
        | -----BEGIN[^-"]*-----(?:(?:\s|\\+[nr])*[A-Za-z0-9+/=]{16,})*
        | LS0tLS1CRUdJTi(?:[A-Za-z0-9+/=]|\\+[nr]|[\r\n])*
        | sha(?:1|256)=[0-9a-f]+
        | (?<keep>\bbearer\s+)[^\s"',;]{8,}
        | (?<keep>\btoken\s+)[A-Za-z0-9_.\-]{20,}
        | (?<keep>authorization[\\"']*\s*[:=]\s*[\\"'\[]*)(?:(?:bearer|token|basic)\s+)?[^\s\\"',;\]]+
        | (?<keep>\b(?:access_token|refresh_token|client_secret|password)\s*=\s*)[^\s\\"'&;]+
        | (?<keep>[?&](?:code|state)=)[^\s\\"'&;]+
        | (?<keep>://)[^\s/@"']+(?=@)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Shapes();
}
