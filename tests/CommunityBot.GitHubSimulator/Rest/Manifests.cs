using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using CommunityBot.GitHubSimulator.Answers;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>
/// Makes an App from a manifest, as <see href="https://docs.github.com/apps/sharing-github-apps/registering-a-github-app-from-a-manifest">GitHub does</see>: a page where a person agrees,
/// the way back with a code, and what the code is exchanged for, once.
/// </summary>
internal sealed class Manifests(SimulatedGitHub github)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<string, (SimulatedApp App, DateTimeOffset Until)> _codes = new();

    /// <summary>The pages, at the root as those of GitHub are.</summary>
    public void MapPages(IEndpointRouteBuilder routes)
    {
        routes.MapPost("/settings/apps/new", async (HttpRequest request) => Ask(request, await request.ReadFormAsync(), "octocat"));
        routes.MapPost("/organizations/{login}/settings/apps/new", async (HttpRequest request, string login) =>
            github.FindUser(login) is { Type: "Organization" } owner ? Ask(request, await request.ReadFormAsync(), owner.Login) : Page("This is not the web page you are looking for.", "", 404));
        routes.MapPost("/settings/apps", async (HttpRequest request) => Make(await request.ReadFormAsync()));
        foreach (var apps in new[] { "apps", "github-apps" })
        {
            routes.MapGet($"/{apps}/{{slug}}/installations/new", (string slug) =>
                slug == github.App.Slug ? Page($"Install {github.App.Name}", "", 200) : Page("This is not the web page you are looking for.", "", 404));
        }
    }

    /// <summary>The exchange.</summary>
    public void MapExchange(IEndpointRouteBuilder routes) => routes.MapPost("/app-manifests/{code}/conversions", (string code) =>
        _codes.TryRemove(code, out var made) && made.Until > github.Time.GetUtcNow() ? Answer.Json(Whole(made.App), 201) : Answer.NotFound());

    private JsonObject Whole(SimulatedApp app)
    {
        var answer = Shapes.App(github, app);
        answer["client_secret"] = app.ClientSecret;
        answer["webhook_secret"] = app.WebhookSecret;
        answer["pem"] = app.PrivateKeyPem;
        return answer;
    }

    private static IResult Ask(HttpRequest request, IFormCollection form, string owner)
    {
        try
        {
            var manifest = JsonNode.Parse(form["manifest"].ToString())!.AsObject();
            _ = new Uri((string)manifest["hook_attributes"]!["url"]!);
            _ = new Uri((string)manifest["redirect_url"]!);
            return Page(
                $"Create GitHub App for {owner}",
                $"""
                <form method="post" action="/settings/apps">
                <input name="name" value="{HtmlEncoder.Default.Encode((string)manifest["name"]!)}" aria-label="GitHub App name">
                <input type="hidden" name="manifest" value="{HtmlEncoder.Default.Encode(manifest.ToJsonString())}">
                <input type="hidden" name="owner" value="{HtmlEncoder.Default.Encode(owner)}">
                <input type="hidden" name="state" value="{HtmlEncoder.Default.Encode(request.Query["state"].ToString())}">
                <button>Create GitHub App for {HtmlEncoder.Default.Encode(owner)}</button>
                </form>
                """,
                200);
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException or NullReferenceException or UriFormatException or ArgumentNullException)
        {
            return Page("Invalid GitHub App configuration", "<p>Error The manifest is not valid.</p>", 422);
        }
    }

    private IResult Make(IFormCollection form)
    {
        var manifest = JsonNode.Parse(form["manifest"].ToString())!;
        var name = form["name"].ToString();
        if (name == github.App.Name)
        {
            return Page("Create GitHub App", "<p>Name is already taken</p>", 422);
        }

        var slug = string.Join('-', name.ToLowerInvariant().Split([' ', '.', '_'], StringSplitOptions.RemoveEmptyEntries));
        var id = github.NextId();
        var app = new SimulatedApp(pem: null)
        {
            Id = id,
            Slug = slug,
            Name = name,
            Owner = form["owner"].ToString(),
            Bot = github.AddUser($"{slug}[bot]", "Bot"),
            WebhookSecret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20)),
            ClientId = $"Iv1.{id:x16}",
            IsPublic = (bool)manifest["public"]!,
            HookUrl = new((string)manifest["hook_attributes"]!["url"]!),
            Permissions = manifest["default_permissions"]!.AsObject().ToDictionary(entry => entry.Key, entry => (string)entry.Value!),
            Events = [.. manifest["default_events"]!.AsArray().Select(entry => (string)entry!)],
        };
        github.Register(app);
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        _codes[code] = (app, github.Time.GetUtcNow() + Lifetime);
        return Results.Redirect($"{(string)manifest["redirect_url"]!}?code={code}&state={Uri.EscapeDataString(form["state"].ToString())}");
    }

    private static IResult Page(string title, string body, int status) => Results.Text(
        $"<!DOCTYPE html><html lang=\"en\"><head><link rel=\"icon\" href=\"data:,\"><title>{HtmlEncoder.Default.Encode(title)}</title></head><body><main><h1>{HtmlEncoder.Default.Encode(title)}</h1>{body}</main></body></html>",
        "text/html; charset=utf-8",
        statusCode: status);
}
