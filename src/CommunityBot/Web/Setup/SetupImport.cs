using System.Globalization;
using System.Net;
using CommunityBot.GitHub;
using CommunityBot.Hosting;

namespace CommunityBot.Web.Setup;

/// <summary>What the form for an App that there is says.</summary>
public sealed class SetupImport
{
    /// <summary>What is not sent back to a browser.</summary>
    private static readonly string[] Secrets = [SetupFields.PrivateKeyFile, SetupFields.PrivateKey, SetupFields.WebhookSecret, SetupFields.ClientSecret];

    private readonly Dictionary<string, SetupForm.Field> _fields;

    private SetupImport(Func<string, SetupForm.Field> read) => _fields = SetupFields.Import.ToDictionary(name => name, read);

    /// <summary>The form before anything was filled in.</summary>
    public static SetupImport Blank() => new(_ => new(""));

    /// <summary>Each field as it may be shown, with what is wrong with it.</summary>
    public IReadOnlyDictionary<string, SetupForm.Field> Fields => _fields;

    /// <summary>Why it cannot go on, where no field is at fault.</summary>
    public string? Problem { get; private set; }

    /// <summary>The App, as far as GitHub can be asked for it; what is not asked may still be wrong. Null if it cannot.</summary>
    public AppCredentials? Credentials { get; private init; }

    /// <summary>The field that the key is from.</summary>
    private string KeyField { get; init; } = SetupFields.PrivateKey;

    /// <summary>Whether something is wrong.</summary>
    public bool HasProblems => Problem is not null || _fields.Values.Any(entered => entered.Problem is not null);

    /// <summary>Reads the form, and finds all that is wrong with it by itself.</summary>
    /// <param name="posted">What was posted; fields that are missing are empty.</param>
    /// <param name="gitHubs">Which GitHub it may be at.</param>
    /// <param name="cancellationToken">Ends the reading of the key.</param>
    public static async Task<SetupImport> ReadAsync(IFormCollection posted, SetupGitHub gitHubs, CancellationToken cancellationToken)
    {
        var file = posted.Files[SetupFields.PrivateKeyFile] is { Length: > 0 } given ? given : null;
        var key = PrivateKey.Normalise(file is null ? Text(SetupFields.PrivateKey) : await ReadAsync(file, cancellationToken));
        var (gitHub, gitHubProblem) = gitHubs.Read(posted);
        var hasId = long.TryParse(Text(SetupFields.AppId), NumberStyles.None, CultureInfo.InvariantCulture, out var id) && id > 0;
        var import = new SetupImport(name => !Secrets.Contains(name) ? new(Text(name)) : new("") { IsWithheld = name == SetupFields.PrivateKeyFile ? file is not null : Text(name).Length > 0 })
        {
            KeyField = file is null ? SetupFields.PrivateKey : SetupFields.PrivateKeyFile,
            Credentials = !hasId || key is null || gitHub is null ? null : new()
            {
                AppId = id,
                PrivateKey = key,
                WebhookSecret = Text(SetupFields.WebhookSecret),
                ClientId = Given(SetupFields.ClientId),
                ClientSecret = Given(SetupFields.ClientSecret),
                ApiUrl = gitHub.ApiUrl,
                ServerUrl = gitHub.ServerUrl,
            },
        };
        if (!hasId)
        {
            import.Report(SetupFields.AppId, "The App ID is a whole number. It stands at the top of the App's settings page; the client ID, which has letters, is another thing.");
        }

        if (key is null)
        {
            import.Report(
                import.KeyField,
                "That is no private key. On the App's settings page, under “Private keys”, generate one, and choose the .pem file that your browser saves, or paste all of it with its first and last line.");
        }

        if (Given(SetupFields.WebhookSecret) is null)
        {
            import.Report(
                SetupFields.WebhookSecret,
                "The webhook secret is missing. GitHub does not show it again: if nobody knows it, write a new one under “Webhook” on the App's settings page, and here.");
        }

        if (Given(SetupFields.ClientId) is null != Given(SetupFields.ClientSecret) is null)
        {
            import.Report(Given(SetupFields.ClientId) is null ? SetupFields.ClientId : SetupFields.ClientSecret, "Client ID and client secret are needed both, or neither.");
        }

        if (gitHubProblem is not null)
        {
            import.Report(SetupFields.EnterpriseUrl, gitHubProblem);
        }

        return import;

        string Text(string field) => posted[field].ToString().Trim();

        string? Given(string field) => Text(field) is { Length: > 0 } text ? text : null;
    }

    /// <summary>Adds what GitHub finds wrong.</summary>
    public void Report(Exception fault)
    {
        switch (fault)
        {
            case GitHubUnavailableException { Status: HttpStatusCode.Unauthorized }:
                Report(
                    KeyField,
                    $"GitHub does not accept this key for App {Credentials!.AppId}: it is a key of another App, or was deleted there. Check the App ID, and generate a new key if in doubt. "
                        + "A clock of this machine that is more than a minute off has the same effect.");
                break;
            case GitHubRefusedException { Status: HttpStatusCode.NotFound }:
                Report(SetupFields.AppId, $"{Credentials!.ServerUrl.Authority} knows no App with the ID {Credentials.AppId}. Check the number, and at which GitHub the App is registered.");
                break;
            default:
                var asked = Credentials!.ApiUrl;
                Problem = $"The App could not be checked, so nothing was kept. {fault.Message.TrimEnd('.')}. {asked.Host}:{asked.Port} was asked: "
                    + "this address may be wrong, or not that of a GitHub. If it is right, try again in a moment.";
                break;
        }
    }

    private void Report(string field, string problem) => _fields[field] = _fields[field] with { Problem = problem };

    private static async Task<string> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
