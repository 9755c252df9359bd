using System.Security.Cryptography;
using CommunityBot.GitHubSimulator;

// A GitHub to try the bot with, on this machine. README.md beside the project shows how.
var settings = new ConfigurationBuilder().AddCommandLine(args).Build();
var keyPath = settings["private-key"] ?? "simulator.pem";
if (!File.Exists(keyPath))
{
    using var key = RSA.Create(2048);
    await File.WriteAllTextAsync(keyPath, key.ExportRSAPrivateKeyPem());
}

await using var github = await SimulatedGitHub.StartAsync(new()
{
    Url = settings["urls"] ?? "http://127.0.0.1:9090",
    AppId = long.Parse(settings["app-id"] ?? "12", System.Globalization.CultureInfo.InvariantCulture),
    WebhookSecret = settings["secret"] ?? "It's a Secret to Everybody",
    PrivateKeyPem = await File.ReadAllTextAsync(keyPath),
});

static double Share(string? text) => double.Parse(text ?? "0", System.Globalization.CultureInfo.InvariantCulture);

static bool Rest(string method, string path) => path.StartsWith("/repos/", StringComparison.Ordinal);

github.Faults.Add(new(FaultKind.ResetBeforeTheEffect, Rest) { Probability = Share(settings["reset-before"]) });
github.Faults.Add(new(FaultKind.ResetAfterTheEffect, Rest) { Probability = Share(settings["reset-after"]) });
github.Faults.Add(new(FaultKind.Status, Rest) { Probability = Share(settings["failures"]) });
github.Faults.ReadLag = TimeSpan.FromSeconds(Share(settings["lag"]));
Console.WriteLine($"""
    A simulated GitHub listens on {github.ApiUrl}. Point the bot at it:

      GitHub__ApiUrl={github.ApiUrl}
      GitHub__AppId={github.AppId}
      GitHub__PrivateKeyPath={Path.GetFullPath(keyPath)}
      GitHub__WebhookSecret="{github.WebhookSecret}"

    Ctrl+C ends it.
    """);
using var ended = new ManualResetEventSlim();
Console.CancelKeyPress += (_, pressed) =>
{
    pressed.Cancel = true;
    ended.Set();
};
ended.Wait();
