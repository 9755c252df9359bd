namespace CommunityBot.Hosting;

/// <summary>How to reach GitHub and who the bot is there: the <c>GitHub</c> section of the operator settings.</summary>
public sealed class GitHubOptions
{
    /// <summary>Name of the section.</summary>
    public const string Section = "GitHub";

    /// <summary>Numeric id of the GitHub App. Absent in preview mode.</summary>
    public long? AppId { get; set; }

    /// <summary>Private key of the App as PEM, in whatever form and place the operator gave it. Absent in preview mode.</summary>
    public string? PrivateKey { get; set; }

    /// <summary>Secret that GitHub signs deliveries with.</summary>
    public string? WebhookSecret { get; set; }

    /// <summary>A second secret that is accepted too, while a secret is rotated.</summary>
    public string? WebhookSecretPrevious { get; set; }

    /// <summary>OAuth client id, for signing in on the web pages; only together with <see cref="ClientSecret"/>.</summary>
    public string? ClientId { get; set; }

    /// <summary>OAuth client secret; only together with <see cref="ClientId"/>.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>REST root, ending in a slash; <c>https://HOST/api/v3/</c> for Enterprise Server. Plain HTTP only on loopback.</summary>
    public Uri ApiUrl { get; set; } = new("https://api.github.com/");

    /// <summary>Whether it is GitHub.com that is asked, and neither an Enterprise Server nor what stands in for GitHub.</summary>
    public bool IsGitHubCom => ApiUrl.Host == "api.github.com";

    /// <summary>Web root, for links and signing in.</summary>
    public Uri ServerUrl { get; set; } = new("https://github.com/");
}
