using System.Text.Json.Nodes;
using CommunityBot.GitHub;
using CommunityBot.RepositoryConfig.Keys;
using CommunityBot.RepositoryConfig.Yaml;
using CommunityBot.Webhooks;

namespace CommunityBot.Web.Setup;

/// <summary>
/// <c>app-manifest.yml</c>, which says what the App is, as
/// <see href="https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest#github-app-manifest-parameters">GitHub takes it</see>.
/// </summary>
public static class AppManifest
{
    private static readonly JsonObject File = Read();

    /// <summary>The name that it gives to the App.</summary>
    public static string Name => (string)File["name"]!;

    /// <summary>The App of this service.</summary>
    /// <param name="form">What was chosen.</param>
    /// <param name="backTo">Where GitHub sends the browser when the App is made.</param>
    public static JsonObject Of(SetupForm form, Uri backTo)
    {
        var manifest = File.DeepClone().AsObject();
        manifest["name"] = form.Name;
        manifest["public"] = form.IsPublic;
        manifest["hook_attributes"]!["url"] = new Uri(form.ServiceUrl, WebhookEndpoint.Path[1..]).AbsoluteUri;
        manifest["redirect_url"] = backTo.AbsoluteUri;
        manifest["setup_url"] = form.ServiceUrl.AbsoluteUri;
        manifest["callback_urls"] = new JsonArray(form.ServiceUrl.AbsoluteUri);
        return manifest;
    }

    /// <summary>What an App lacks of it: permissions and events, as a person reads them.</summary>
    public static IReadOnlyList<string> MissingIn(RegisteredApp app) =>
    [
        .. File["default_permissions"]!.AsObject()
            .Where(wanted => app.Permissions.GetValueOrDefault(wanted.Key) is var has && has != "write" && has != (string)wanted.Value!)
            .Select(wanted => $"permission {wanted.Key}: {wanted.Value}"),
        .. File["default_events"]!.AsArray().Select(wanted => (string)wanted!).Where(wanted => !app.Events.Contains(wanted)).Select(wanted => $"event {wanted}"),
    ];

    private static JsonObject Read()
    {
        using var reader = new StreamReader(typeof(AppManifest).Assembly.GetManifestResourceStream("app-manifest.yml")!);
        return ToJson(YamlReader.Read(reader.ReadToEnd(), out _)!)!.AsObject();
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, ToJson(entry.Value)))),
        YamlList list => new JsonArray([.. list.Items.Select(ToJson)]),
        YamlScalar { Kind: ScalarKind.Boolean } scalar => bool.Parse(scalar.Text),
        YamlScalar scalar => scalar.Text,
        _ => null,
    };
}
