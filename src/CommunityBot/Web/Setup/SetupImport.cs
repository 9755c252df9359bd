using System.Globalization;
using System.Net;
using CommunityBot.GitHub;
using CommunityBot.Hosting;

namespace CommunityBot.Web.Setup;

/// <summary>Takes an App that there is.</summary>
internal static class SetupImport
{
    /// <summary>The fields of its form that may be shown again.</summary>
    public static readonly IReadOnlyList<string> Shown = [SetupFields.AppId, SetupFields.ClientId, SetupFields.Server, SetupFields.EnterpriseUrl];

    /// <summary>Reads the form.</summary>
    /// <param name="posted">What was posted.</param>
    /// <param name="configured">The GitHub that is configured.</param>
    /// <param name="cancellationToken">Ends the reading of the key.</param>
    /// <returns>The credentials, or what is wrong with them.</returns>
    public static async Task<(AppCredentials? Credentials, string? Problem)> ReadAsync(IFormCollection posted, GitHubOptions configured, CancellationToken cancellationToken)
    {
        var gitHub = SetupForm.GitHubOf(Text(SetupFields.Server) == SetupFields.Enterprise, Text(SetupFields.EnterpriseUrl), configured);
        var key = PrivateKey.Normalise(await ReadKeyAsync(posted, cancellationToken));
        var (clientId, clientSecret) = (Text(SetupFields.ClientId), Text(SetupFields.ClientSecret));
        var problem =
            !long.TryParse(Text(SetupFields.AppId), NumberStyles.None, CultureInfo.InvariantCulture, out var id) || id == 0
                ? "The App ID is a whole number. It stands at the top of the App's settings page; the client ID, which has letters, is another thing."
            : key is null
                ? "That is no private key. On the App's settings page, under “Private keys”, generate one, and choose the .pem file that your browser saves, or paste all of it with its first and last line."
            : Text(SetupFields.WebhookSecret).Length == 0
                ? "The webhook secret is missing. GitHub does not show it again: if nobody knows it, write a new one under “Webhook” on the App's settings page, and here."
            : clientId.Length == 0 != (clientSecret.Length == 0)
                ? "Client ID and client secret are needed both, or neither."
            : gitHub is null
                ? "Write the address of your Enterprise Server and no more: https://, its name, and a port if it has one of its own."
            : null;
        return problem is not null ? (null, problem) : (
            new()
            {
                AppId = id,
                PrivateKey = key!,
                WebhookSecret = Text(SetupFields.WebhookSecret),
                ClientId = clientId.Length > 0 ? clientId : null,
                ClientSecret = clientSecret.Length > 0 ? clientSecret : null,
                ApiUrl = gitHub!.ApiUrl,
                ServerUrl = gitHub.ServerUrl,
            },
            null);

        string Text(string field) => posted[field].ToString().Trim();
    }

    /// <summary>What GitHub's answer says of the credentials.</summary>
    public static string Explain(Exception fault, AppCredentials credentials) => fault switch
    {
        GitHubUnavailableException { Status: HttpStatusCode.Unauthorized } =>
            $"GitHub does not accept this key for App {credentials.AppId}: it is a key of another App, or was deleted there. Check the App ID, and generate a new key if in doubt. "
            + "A clock of this machine that is more than a minute off has the same effect.",
        GitHubRefusedException { Status: HttpStatusCode.NotFound } =>
            $"{credentials.ServerUrl.Host} knows no App with the ID {credentials.AppId}. Check the number, and at which GitHub the App is registered.",
        _ => $"The App could not be checked, so nothing was kept. {fault.Message.TrimEnd('.')}. Try again in a moment.",
    };

    private static async Task<string> ReadKeyAsync(IFormCollection posted, CancellationToken cancellationToken)
    {
        if (posted.Files[SetupFields.PrivateKeyFile] is not { Length: > 0 } file)
        {
            return posted[SetupFields.PrivateKey].ToString().Trim();
        }

        using var reader = new StreamReader(file.OpenReadStream());
        return await reader.ReadToEndAsync(cancellationToken);
    }
}
