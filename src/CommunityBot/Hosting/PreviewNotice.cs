using System.Globalization;
using CommunityBot.Web.Playground;
using CommunityBot.Webhooks;

namespace CommunityBot.Hosting;

/// <summary>What preview mode tells whoever started it: where it listens, its secret, and what to do next.</summary>
public static class PreviewNotice
{
    /// <summary>Writes the notice. It goes to the terminal and not to the log, since it holds the secret and the token of the setup page.</summary>
    public static Task WriteAsync(WebApplication app, OperatorSettings settings, TextWriter to)
    {
        var address = app.Urls.First().TrimEnd('/');
        return to.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"""

            CommunityBot is running in preview mode: it has no GitHub credentials, listens on this machine only, and posts nothing.

              Page        {address}/
              Playground  {address}{PlaygroundRoutes.Path}
              Webhooks    {address}{WebhookEndpoint.Path}
              Secret      {settings.GitHub.WebhookSecret}

            Make it a GitHub App of yours with this link, which one browser can use once:

              {address}/setup?token={settings.SetupToken}

            Or send it a pull request, as GitHub would:

              secret={settings.GitHub.WebhookSecret}
              payload=samples/pull_request.opened.json
              curl -i {address}{WebhookEndpoint.Path} -H 'Content-Type: application/json' \
                -H 'X-GitHub-Event: pull_request' -H "X-GitHub-Delivery: sample-$RANDOM" \
                -H "X-Hub-Signature-256: sha256=$(openssl dgst -sha256 -hmac "$secret" < "$payload" | sed 's/.* //')" \
                --data-binary "@$payload"

            Then look at {address}/ for what it would have said.

            """));
    }
}
