using System.Text.Json.Serialization;

namespace CommunityBot.Hosting;

/// <summary>What the service needs to be a GitHub App, as the setup page got it. No record, since a record prints its members.</summary>
public sealed class AppCredentials
{
    /// <summary>Numeric id of the App.</summary>
    public required long AppId { get; init; }

    /// <summary>Its private key as PEM.</summary>
    public required string PrivateKey { get; init; }

    /// <summary>What GitHub signs deliveries with.</summary>
    public required string WebhookSecret { get; init; }

    /// <summary>Client id, for signing in; only together with <see cref="ClientSecret"/>.</summary>
    public string? ClientId { get; init; }

    /// <summary>Client secret; only together with <see cref="ClientId"/>.</summary>
    public string? ClientSecret { get; init; }

    /// <summary>REST root of the GitHub that the App is registered at.</summary>
    public required Uri ApiUrl { get; init; }

    /// <summary>Web root of that GitHub.</summary>
    public required Uri ServerUrl { get; init; }

    /// <summary>Its name in addresses, if it is known. Unlike the rest it is no setting: it only leads to <see cref="InstallPage"/>.</summary>
    public string? Slug { get; set; }

    /// <summary><see href="https://docs.github.com/apps/sharing-github-apps/sharing-your-github-app">Where it is installed</see>, if its name is known.</summary>
    [JsonIgnore]
    public Uri? InstallPage =>
        Slug is null ? null : new(ServerUrl, $"{(ApiUrl.AbsolutePath == "/" ? "apps" : "github-apps")}/{Uri.EscapeDataString(Slug)}/installations/new");

    /// <summary>The same as operator settings.</summary>
    public IEnumerable<(string Key, string Value)> AsSettings()
    {
        (string Key, string? Value)[] settings =
        [
            ("AppId", $"{AppId}"), (nameof(PrivateKey), PrivateKey), (nameof(WebhookSecret), WebhookSecret), (nameof(ClientId), ClientId),
            (nameof(ClientSecret), ClientSecret), (nameof(ApiUrl), ApiUrl.AbsoluteUri), (nameof(ServerUrl), ServerUrl.AbsoluteUri),
        ];
        return settings.Where(setting => setting.Value is not null).Select(setting => ($"{GitHubOptions.Section}:{setting.Key}", setting.Value!));
    }
}

/// <summary>Reads and writes <see cref="AppCredentials"/> as they are kept. What is missing or superfluous is refused.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    RespectNullableAnnotations = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AppCredentials))]
internal sealed partial class AppCredentialsContext : JsonSerializerContext;
