using System.Text.Json;
using CommunityBot.Storage;

namespace CommunityBot.Hosting;

/// <summary>
/// The file in which the setup page leaves the App's credentials for the service, with the GitHub that they are for. Who the App is is taken whole or not at all: where its id, its key or its
/// secret is set elsewhere, the file is left alone, since half of one App and half of another are none.
/// </summary>
public sealed class CredentialsFile
{
    /// <summary>Its name.</summary>
    public const string Name = "github-app.json";

    /// <summary>The setting that names the REST root of the GitHub that an App is at.</summary>
    internal const string ApiUrl = $"{GitHubOptions.Section}:{nameof(GitHubOptions.ApiUrl)}";

    /// <summary>The setting that names its web root.</summary>
    internal const string ServerUrl = $"{GitHubOptions.Section}:{nameof(GitHubOptions.ServerUrl)}";

    /// <summary>What says who the App is.</summary>
    private static readonly string[] App = ["GitHub:AppId", "GitHub:PrivateKey", "GitHub:PrivateKeyPath", "GitHub:WebhookSecret"];

    /// <summary>What signs people in: a pair, of which settings elsewhere take the place together.</summary>
    private static readonly string[] SignIn = ["GitHub:ClientId", "GitHub:ClientSecret"];

    /// <summary>The file that goes with a database.</summary>
    public CredentialsFile(StorageOptions storage) => Path = System.IO.Path.Combine(StorageConnection.FolderOf(storage), Name);

    /// <summary>Where it is.</summary>
    public string Path { get; }

    /// <summary>Adds what is in the file to the settings, if there is a file and nothing else says who the App is.</summary>
    /// <returns>The setting for which a file that is there was left alone; else null.</returns>
    /// <exception cref="InvalidDataException">The file cannot be read, is not what the setup page writes, or is for another GitHub than the one that is set elsewhere.</exception>
    public string? AddTo(ConfigurationManager configuration)
    {
        if (!File.Exists(Path))
        {
            return null;
        }

        if (Array.Find(App, IsSet) is { } other)
        {
            return other;
        }

        var credentials = Read();
        if (FindAnother(configuration, credentials.ApiUrl, credentials.ServerUrl) is { } another)
        {
            throw new InvalidDataException($"'{Path}' is for another GitHub than {another.Key}", new FormatException($"the file says {another.Own}, the setting {another.Set}. Remove the setting if that is wrong."));
        }

        var isSignInSet = Array.Exists(SignIn, IsSet);
        configuration.AddInMemoryCollection(credentials.AsSettings()
            .Where(setting => !IsSet(setting.Key) && !(isSignInSet && SignIn.Contains(setting.Key)))
            .ToDictionary(setting => setting.Key, setting => (string?)setting.Value));
        return null;

        bool IsSet(string key) => !string.IsNullOrWhiteSpace(configuration[key]);
    }

    /// <summary>What an App is called in addresses, and where it is installed, if the file is that App's and says so; else null.</summary>
    public (string Slug, Uri InstallPage)? FindInstallPage(long? appId)
    {
        try
        {
            return File.Exists(Path) && Read() is { Slug: { } slug, InstallPage: { } page } app && app.AppId == appId ? (slug, page) : null;
        }
        catch (InvalidDataException)
        {
            // The settings are those of another App: a file that was left alone need not be sound.
            return null;
        }
    }

    /// <summary>The setting that names another GitHub than that of an App, with both addresses; null if none does. Credentials are for one GitHub, and are not sent to another.</summary>
    private static (string Key, Uri Set, Uri Own)? FindAnother(IConfiguration configuration, Uri apiUrl, Uri serverUrl)
    {
        var reader = new SettingsReader(configuration);
        return reader.Root(ApiUrl, apiUrl) is var api && api != apiUrl ? (ApiUrl, api, apiUrl)
            : reader.Root(ServerUrl, serverUrl) is var server && server != serverUrl ? (ServerUrl, server, serverUrl)
            : null;
    }

    /// <summary>Writes the file: all of it or nothing, and so that a power loss does not take it away.</summary>
    /// <exception cref="IOException">It cannot be written, or is there already.</exception>
    /// <exception cref="UnauthorizedAccessException">Its folder may not be made.</exception>
    public async Task WriteAsync(AppCredentials credentials)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        var draft = $"{Path}.{Guid.NewGuid():N}";
        try
        {
            await using (var file = PrivateFile.Open(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await JsonSerializer.SerializeAsync(file, credentials, AppCredentialsContext.Default.AppCredentials);
            }

            // Never over another: whoever wrote that has an App, too.
            PrivateFile.Publish(draft, Path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // Who reads it knows of no draft.
            throw new IOException(fault.Message.Replace(draft, Path, StringComparison.Ordinal), fault);
        }
        finally
        {
            File.Delete(draft);
        }
    }

    private AppCredentials Read()
    {
        try
        {
            var read = JsonSerializer.Deserialize(File.ReadAllText(Path), AppCredentialsContext.Default.AppCredentials);
            return read is { AppId: > 0 } && PrivateKey.Normalise(read.PrivateKey) is not null && read.WebhookSecret.Length > 0 && read.ClientId is null == read.ClientSecret is null
                ? read
                : throw new FormatException("it lacks an App id, an RSA private key, a webhook secret, or one of client id and client secret.");
        }
        catch (Exception fault) when (fault is JsonException or FormatException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataException($"The App's credentials cannot be read from '{Path}'", fault);
        }
    }
}
