using System.Buffers.Text;
using System.Net;
using System.Text;
using AngleSharp.Dom;
using CommunityBot.GitHubSimulator;
using CommunityBot.Hosting;
using CommunityBot.IntegrationTests.Host;
using CommunityBot.Web.Setup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace CommunityBot.IntegrationTests.Web.Setup;

public sealed class SetupPageTests : IAsyncLifetime
{
    private const string Make = "Make it on";

    private const string Agree = "Create GitHub App";

    private const string Check = "Check it";

    private readonly FakeTimeProvider _time = new(TimeProvider.System.GetUtcNow());

    private readonly Browser _browser = new();

    private SimulatedGitHub _github = null!;

    private Bot _bot = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private string Token => _bot.Services.GetRequiredService<OperatorSettings>().SetupToken!;

    private string File => Path.Combine(_bot.Folder.FullName, CredentialsFile.Name);

    private bool IsSwapped => _bot.Services.GetRequiredService<HostSwap>().IsWanted;

    public async ValueTask InitializeAsync()
    {
        _github = await SimulatedGitHub.StartAsync(new SimulatorOptions { PrivateKeyPem = TestKey.Pem, Time = _time });
        _bot = await PreviewAsync("--GitHub:ApiUrl", $"{_github.ApiUrl}", "--GitHub:ServerUrl", $"{_github.ApiUrl}");
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _bot.DisposeAsync();
        await _github.DisposeAsync();
        _github.AssertNoUnknownRoutes();
    }

    [Fact]
    public async Task An_App_is_made_and_kept()
    {
        await MakeAsync();
        await _browser.SendAsync(Agree);

        var app = _github.App;
        Assert.Equal(HttpStatusCode.OK, _browser.Status);
        Assert.Contains("Welcomer is yours", _browser.Text, StringComparison.Ordinal);
        Assert.Equal($"{_github.ApiUrl}apps/welcomer/installations/new", _browser.Page.QuerySelector("a.primary")!.GetAttribute("href"));
        Assert.Equal((new Uri(_bot.Address, "/api/github/webhooks"), true, "octocat"), (app.HookUrl, app.IsPublic, app.Owner));
        Assert.True(IsSwapped);

        var kept = Kept();
        Assert.Equal(
            (app.Id, app.PrivateKeyPem, app.WebhookSecret, app.ClientId, app.ClientSecret, _github.ApiUrl, _github.ApiUrl),
            (kept.GitHub.AppId, kept.GitHub.PrivateKey, kept.GitHub.WebhookSecret, kept.GitHub.ClientId, kept.GitHub.ClientSecret, kept.GitHub.ApiUrl, kept.GitHub.ServerUrl));
        Assert.Equal([CredentialsFile.Name], _bot.Folder.GetFiles($"{CredentialsFile.Name}*").Select(file => file.Name));
        Assert.Equal("Information", Assert.Single(Logged($"Install it at {_github.ApiUrl}apps/welcomer/installations/new")));
        Assert.Empty(Logged("lacks some"));
    }

    [Fact]
    public async Task The_home_page_leads_to_the_installation_of_the_App_that_was_made()
    {
        await MakeAsync();
        await _browser.SendAsync(Agree);
        var folder = Directory.CreateTempSubdirectory("communitybot-tests-");
        System.IO.File.Copy(File, Path.Combine(folder.FullName, CredentialsFile.Name));
        await using (var live = await Bot.StartAsync(_github, _time, folder))
        {
            await _browser.GoAsync(live.Address);
        }

        folder.Delete(recursive: true);
        Assert.Contains("Install welcomer on the repositories", _browser.Text, StringComparison.Ordinal);
        Assert.Equal($"{_github.ApiUrl}apps/welcomer/installations/new", _browser.Page.QuerySelector(".next a.primary")!.GetAttribute("href"));
    }

    [Fact]
    public async Task The_App_can_be_one_of_an_organization_and_of_an_Enterprise_Server()
    {
        await ConfigureAsync();
        _github.AddUser("octo-org", "Organization");
        await MakeAsync(("owner", "organization"), ("organization", "octo-org"), ("access", ""), ("server", "enterprise"), ("enterprise-url", $"{_github.ApiUrl}"), ("service-url", $"{_bot.Address}"));
        await _browser.SendAsync(Agree);

        Assert.Equal(("octo-org", false), (_github.App.Owner, _github.App.IsPublic));
        Assert.Equal($"{_github.ApiUrl}github-apps/welcomer/installations/new", _browser.Page.QuerySelector("a.primary")!.GetAttribute("href"));
        Assert.Equal(new Uri(_github.ApiUrl, "api/v3/"), Kept().GitHub.ApiUrl);
    }

    [Fact]
    public async Task Nothing_of_it_is_in_the_log_in_a_cache_or_told_to_another_site()
    {
        await MakeAsync();
        await _browser.SendAsync(Agree);

        var scrubber = SecretScrubber.For(_bot.Services.GetRequiredService<OperatorSettings>());
        var log = _bot.Log.Lines.Select(line => scrubber.Scrub($"{line.Text} {line.Exception}")).ToList();
        var code = _browser.Address.Query.Split("code=")[1].Split('&')[0];
        string[] secrets = [Token, code, _github.WebhookSecret, _github.App.ClientSecret, _github.PrivateKeyPem.Split('\n')[1]];
        Assert.All(secrets, secret => Assert.DoesNotContain(log, line => line.Contains(secret, StringComparison.Ordinal)));
        Assert.DoesNotContain(Token, _browser.Address.AbsoluteUri, StringComparison.Ordinal);
        var answers = _browser.Answers.Where(answer => answer.Address.Port == _bot.Address.Port).ToList();
        Assert.Equal(4, answers.Count);
        Assert.All(answers, answer => Assert.Equal((true, "no-referrer"), (answer.Headers.CacheControl!.NoStore, Assert.Single(answer.Headers.GetValues("Referrer-Policy")))));
    }

    [Fact]
    public async Task The_manifest_is_sent_to_GitHub_and_nowhere_else()
    {
        await MakeAsync(send: false);

        var policy = Assert.Single(_browser.Answers[^1].Headers.GetValues("Content-Security-Policy"));
        Assert.Contains($"form-action 'self' {_github.ApiUrl.GetLeftPart(UriPartial.Authority)}", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_changes_something_finds_the_form_as_it_was_filled_in()
    {
        await ConfigureAsync();
        (string Name, string Value)[] typed =
        [
            ("owner", "organization"), ("organization", "octo-org"), ("access", "public"), ("name", "Welcomer <1>"), ("service-url", "https://bot.example.org/bot"),
            ("server", "enterprise"), ("enterprise-url", "https://ghe.example.org"),
        ];
        await MakeAsync(typed, send: false);
        await _browser.SendAsync("Change something");

        Assert.Equal(HttpStatusCode.OK, _browser.Status);
        Assert.Empty(_browser.Page.QuerySelectorAll("[role=alert]"));
        var form = _browser.Page.QuerySelector("form")!;
        Assert.All(typed, field => Assert.Equal(field.Value, form.QuerySelector($"[name='{field.Name}']:not([type=radio]), [name='{field.Name}']:checked")!.GetAttribute("value")));
        await _browser.SendAsync("Look at", ("name", "Greeter"));
        Assert.Contains("octo-org at ghe.example.org", _browser.Text, StringComparison.Ordinal);
        Assert.Contains("Greeter", _browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_back_to_the_manifest_by_its_address_begins_again()
    {
        await MakeAsync(send: false);
        await _browser.GoAsync(_browser.Address);

        Assert.Equal((HttpStatusCode.OK, SetupEndpoint.Path), (_browser.Status, _browser.Address.AbsolutePath));
        Assert.NotNull(_browser.Page.QuerySelector("[name=app-id]"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/complete?code=1&state=2")]
    public async Task Without_the_token_it_says_where_the_token_is(string path)
    {
        await _browser.GoAsync(new(_bot.Address, SetupEndpoint.Path + path));

        Assert.Contains("docker logs", _browser.Text, StringComparison.Ordinal);
        Assert.Null(_browser.Page.QuerySelector("[name=app-id]"));
        await _browser.SendAsync("Continue", ("token", $" {Token} "));
        Assert.NotNull(_browser.Page.QuerySelector("[name=app-id]"));
    }

    [Theory]
    [InlineData("manifest")]
    [InlineData("import")]
    public async Task Forms_of_strangers_are_not_read(string form)
    {
        using var owner = new Browser();
        await owner.GoAsync(Link());
        using var answer = await _bot.Client.PostAsync(new Uri($"/setup/{form}", UriKind.Relative), new FormUrlEncodedContent([]), Cancelled);

        Assert.True(answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.BadRequest, $"{answer.StatusCode}");
        Assert.DoesNotContain("app-id", await answer.Content.ReadAsStringAsync(Cancelled), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_token_is_told_and_many_of_them_have_to_wait()
    {
        for (var i = 0; i < SetupAccess.MostTries; i++)
        {
            await _browser.GoAsync(Link("wrong"));
            Assert.Equal(HttpStatusCode.Forbidden, _browser.Status);
            Assert.Contains("That is not the token.", _browser.Text, StringComparison.Ordinal);
        }

        await _browser.GoAsync(Link("wrong"));
        Assert.Equal(HttpStatusCode.TooManyRequests, _browser.Status);
        Assert.Contains("Wait a minute", _browser.Text, StringComparison.Ordinal);

        // Nobody can keep out who has the right one.
        await _browser.GoAsync(Link());
        Assert.Equal(HttpStatusCode.OK, _browser.Status);
    }

    [Fact]
    public async Task A_token_is_for_one_browser()
    {
        using var other = new Browser();
        await _browser.GoAsync(Link());
        await other.GoAsync(Link());

        Assert.Equal(HttpStatusCode.Forbidden, other.Status);
        Assert.Contains("Another browser has used this token", other.Text, StringComparison.Ordinal);
        await _browser.GoAsync(Link());
        Assert.Equal(HttpStatusCode.OK, _browser.Status);
    }

    [Theory]
    [InlineData("organization", "no/such", "letters, digits and single hyphens", "owner", "organization")]
    [InlineData("organization", "", "letters, digits and single hyphens", "owner", "organization")]
    [InlineData("name", "", "1 to 34 characters")]
    [InlineData("name", "A name that is longer than GitHub takes", "1 to 34 characters")]
    [InlineData("service-url", "ftp://bot.example.org", "begins with https://")]
    [InlineData("service-url", "https://bot.example.org/?x=1", "without ? and #")]
    [InlineData("service-url", "https://me:word@bot.example.org/", "A name and a password are not allowed")]
    [InlineData("enterprise-url", "http://ghe.example.org", "address of your Enterprise Server", "server", "enterprise")]
    [InlineData("enterprise-url", "https://ghe.example.org/login", "address of your Enterprise Server", "server", "enterprise")]
    [InlineData("service-url", "http://localhost:8080", "GitHub would call itself", "server", "enterprise", "enterprise-url", "https://ghe.example.org")]
    public async Task What_is_wrong_in_the_form_stands_at_the_field(string field, string value, string problem, params string[] others)
    {
        await ConfigureAsync("--Bot:PublicUrl", "https://bot.example.org");
        await MakeAsync([(field, value), .. others.Chunk(2).Select(pair => (pair[0], pair[1]))], send: false);

        Assert.Equal(HttpStatusCode.BadRequest, _browser.Status);
        var input = Assert.Single(_browser.Page.QuerySelectorAll("[aria-invalid=true]"));
        Assert.Equal((field, value), (input.GetAttribute("name"), input.GetAttribute("value")));
        Assert.Contains(problem, _browser.Page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GitHub:ApiUrl", "https://ghe.example.org/api/v3/", "ghe.example.org")]
    [InlineData("GitHub:ServerUrl", "https://ghe.example.org:8443", "ghe.example.org:8443")]
    [InlineData("GitHub:ApiUrl", "https://api.github.com/", "github.com")]
    public async Task Where_the_settings_name_a_GitHub_no_other_can_be_chosen(string key, string set, string host)
    {
        await ConfigureAsync($"--{key}", set, "--Bot:PublicUrl", "https://bot.example.org");
        await _browser.GoAsync(Link());

        Assert.Empty(_browser.Page.QuerySelectorAll("[name=server], [name=enterprise-url]"));
        Assert.Equal([host, host], _browser.Page.QuerySelectorAll("form strong").Select(shown => shown.TextContent));

        // Whoever makes a choice all the same.
        _browser.Page.QuerySelector("form")!.InnerHtml += "<input name=server value=enterprise><input name=enterprise-url value=https://other.example.org>";
        await _browser.SendAsync("Look at", ("name", "Welcomer"));
        Assert.StartsWith($"https://{host}/settings/apps/new", _browser.Page.QuerySelector("form")!.GetAttribute("action")!.Replace(":443", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GitHub:ApiUrl", "https://ghe.example.org/api/v3/", "https://ghe.example.org/", "https://ghe.example.org/api/v3/")]
    [InlineData("GitHub:ServerUrl", "https://ghe.example.org", "https://ghe.example.org/", "https://ghe.example.org/api/v3/")]
    [InlineData("GitHub:ApiUrl", "https://api.octocorp.ghe.com", "https://octocorp.ghe.com/", "https://api.octocorp.ghe.com/")]
    [InlineData("GitHub:ServerUrl", "https://octocorp.ghe.com", "https://octocorp.ghe.com/", "https://api.octocorp.ghe.com/")]
    [InlineData("GitHub:ServerUrl", "https://github.com:8443", "https://github.com:8443/", "https://github.com:8443/api/v3/")]
    [InlineData("GitHub:ApiUrl", "https://api.github.com:8443", "https://api.github.com:8443/", "https://api.github.com:8443/")]
    [InlineData("GitHub:ApiUrl", "https://api.octocorp.ghe.com:444", "https://octocorp.ghe.com:444/", "https://api.octocorp.ghe.com:444/")]
    [InlineData("Bot:DryRun", "false", "https://github.com/", "https://api.github.com/")]
    public async Task The_GitHub_of_the_settings_is_chosen_already_also_if_they_name_half_of_it(string key, string set, string server, string api)
    {
        await ConfigureAsync($"--{key}", set, "--Bot:PublicUrl", "https://bot.example.org");
        await MakeAsync(send: false);

        AssertIsMadeAt(server, api);
    }

    [Fact]
    public async Task Whoever_comes_back_without_a_code_begins_again()
    {
        await MakeAsync();
        await _browser.GoAsync(new(_bot.Address, SetupEndpoint.CompletePath));

        Assert.Equal(HttpStatusCode.BadRequest, _browser.Status);
        Assert.Contains("No App was made", _browser.Text, StringComparison.Ordinal);
        Assert.Equal("/setup", _browser.Page.QuerySelector("main a.button, a.button")!.GetAttribute("href"));
    }

    [Fact]
    public async Task A_link_that_somebody_else_began_is_not_taken()
    {
        await MakeAsync();
        var gitHub = new GitHubOptions { ApiUrl = _github.ApiUrl, ServerUrl = _github.ApiUrl };
        var somebodys = _bot.Services.GetRequiredService<SetupState>().Write("another browser", gitHub);
        await _browser.SendAsync(Agree, ("state", somebodys));

        Assert.Equal(HttpStatusCode.BadRequest, _browser.Status);
        Assert.Contains("not what you were sent to GitHub for", _browser.Text, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task An_hour_is_enough()
    {
        await MakeAsync();
        _time.Advance(TimeSpan.FromHours(1));
        await _browser.SendAsync(Agree);

        Assert.Equal(HttpStatusCode.BadRequest, _browser.Status);
        Assert.Contains("longer than an hour", _browser.Text, StringComparison.Ordinal);
        Assert.False(IsSwapped);
    }

    [Fact]
    public async Task A_code_that_GitHub_does_not_know_any_more_leads_to_the_App_that_is_there()
    {
        await MakeAsync();
        var state = StateOf(_browser);
        await _browser.GoAsync(new(_bot.Address, $"{SetupEndpoint.CompletePath}?code=0123&state={state}"));

        Assert.Equal(HttpStatusCode.BadRequest, _browser.Status);
        Assert.Contains("GitHub does not know this code any more", _browser.Text, StringComparison.Ordinal);
        Assert.NotNull(_browser.Page.QuerySelector("a[href='/setup#import']"));
        Assert.False(IsSwapped);
    }

    [Theory]
    [InlineData(502)]
    [InlineData(422)]
    public async Task When_GitHub_fails_the_page_can_be_reloaded(int status)
    {
        await MakeAsync();
        _github.Faults.Add(new(FaultKind.Status, (_, path) => path.EndsWith("/conversions", StringComparison.Ordinal)) { Status = status, Message = "No.", Times = 1 });
        await _browser.SendAsync(Agree);

        Assert.Equal(HttpStatusCode.BadGateway, _browser.Status);
        Assert.Contains($"GitHub answered {status}: No.", _browser.Text, StringComparison.Ordinal);
        await _browser.GoAsync(_browser.Address);
        Assert.Contains("Welcomer is yours", _browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_GitHub_is_not_there_nothing_is_kept()
    {
        await MakeAsync();
        _github.Faults.Add(new(FaultKind.ResetBeforeTheEffect, (_, path) => path.EndsWith("/conversions", StringComparison.Ordinal)));
        await _browser.SendAsync(Agree);

        Assert.Equal(HttpStatusCode.BadGateway, _browser.Status);
        Assert.Contains("GitHub cannot be reached", _browser.Text, StringComparison.Ordinal);
        Assert.False(System.IO.File.Exists(File));
    }

    [Fact]
    public async Task An_organization_that_is_not_there_and_a_name_that_is_taken_are_told_by_GitHub()
    {
        await MakeAsync(("owner", "organization"), ("organization", "nobody"));
        Assert.Equal(HttpStatusCode.NotFound, _browser.Status);

        await MakeAsync(("name", _github.App.Name));
        await _browser.SendAsync(Agree);
        Assert.Contains("already taken", _browser.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_can_be_written_the_settings_are_shown_to_copy()
    {
        // Whatever keeps a file from being written, even from the superuser.
        Directory.CreateDirectory(File);
        await MakeAsync();
        await _browser.SendAsync(Agree);

        Assert.Equal(HttpStatusCode.OK, _browser.Status);
        Assert.Contains("shown only here", _browser.Text, StringComparison.Ordinal);
        Assert.False(IsSwapped);
        var lines = _browser.Page.QuerySelector("pre")!.TextContent.Split('\n').Select(line => line.Split('=', 2)).ToDictionary(parts => parts[0].Replace("__", ":", StringComparison.Ordinal), parts => (string?)parts[1]);
        var settings = OperatorSettings.Read(new ConfigurationBuilder().AddInMemoryCollection(lines).Build(), out var problems);
        Assert.Empty(problems);
        Assert.Equal((_github.App.Id, _github.App.PrivateKeyPem, _github.App.WebhookSecret), (settings!.GitHub.AppId, settings.GitHub.PrivateKey, settings.GitHub.WebhookSecret));
        Assert.Empty(_bot.Folder.GetFiles($"{CredentialsFile.Name}*"));
        Assert.Contains(File, _browser.Text, StringComparison.Ordinal);
        Assert.DoesNotContain($"{CredentialsFile.Name}.", _browser.Text, StringComparison.Ordinal);

        await _browser.GoAsync(_browser.Address);
        Assert.Equal(lines.Count, _browser.Page.QuerySelector("pre")!.TextContent.Split('\n').Length);
    }

    [Fact]
    public async Task A_page_that_is_reloaded_shows_the_same_again()
    {
        await MakeAsync();
        await _browser.SendAsync(Agree);
        await _browser.GoAsync(_browser.Address);

        Assert.Contains("Welcomer is yours", _browser.Text, StringComparison.Ordinal);
        Assert.Single(_github.Requests, request => request.Path.EndsWith("/conversions", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("octocorp.ghe.com", "https://octocorp.ghe.com/", "https://api.octocorp.ghe.com/")]
    [InlineData("octocorp.ghe.com:444", "https://octocorp.ghe.com:444/", "https://api.octocorp.ghe.com:444/")]
    [InlineData("https://github.com", "https://github.com/", "https://api.github.com/")]
    [InlineData("https://github.com:8443", "https://github.com:8443/", "https://github.com:8443/api/v3/")]
    public async Task Where_the_API_is_follows_from_the_whole_address(string written, string server, string api)
    {
        await ConfigureAsync();
        await MakeAsync([("server", "enterprise"), ("enterprise-url", written), ("service-url", "https://bot.example.org")], send: false);

        AssertIsMadeAt(server, api);
    }

    [Fact]
    public async Task Behind_a_proxy_its_address_is_that_of_the_proxy()
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        client.DefaultRequestHeaders.Add("X-Forwarded-Proto", "https");
        client.DefaultRequestHeaders.Add("X-Forwarded-Host", "bot.example.org");
        using var entered = await client.GetAsync(Link(), Cancelled);
        var cookie = Assert.Single(entered.Headers.GetValues("Set-Cookie"));
        client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
        var page = await client.GetStringAsync(new Uri(_bot.Address, SetupEndpoint.Path), Cancelled);

        Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("value=\"https://bot.example.org/\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_Enterprise_Server_may_have_a_name_in_any_script()
    {
        await ConfigureAsync();
        await MakeAsync([("server", "enterprise"), ("enterprise-url", "https://bücher.example"), ("service-url", "https://bot.example.org")], send: false);

        Assert.Equal(HttpStatusCode.OK, _browser.Status);
        Assert.StartsWith("https://xn--bcher-kva.example/", _browser.Page.QuerySelector("form")!.GetAttribute("action"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_that_are_there_already_are_not_replaced()
    {
        await MakeAsync();
        await System.IO.File.WriteAllTextAsync(File, "of somebody else", Cancelled);
        await _browser.SendAsync(Agree);

        Assert.Equal(HttpStatusCode.Conflict, _browser.Status);
        Assert.Contains("delete it on GitHub", _browser.Text, StringComparison.Ordinal);
        Assert.Equal("of somebody else", await System.IO.File.ReadAllTextAsync(File, Cancelled));
        Assert.False(IsSwapped);
    }

    [Theory]
    [InlineData("private-key")]
    [InlineData("private-key-file")]
    public async Task An_App_that_there_is_can_be_used(string field)
    {
        _github.App.Events = ["issues"];
        _github.App.Permissions = new Dictionary<string, string> { ["issues"] = "read", ["metadata"] = "read", ["contents"] = "write" };
        await ImportAsync((field, _github.PrivateKeyPem));

        Assert.Equal(HttpStatusCode.OK, _browser.Status);
        var missing = _browser.Page.QuerySelectorAll(".notice li").Select(item => item.TextContent).ToList();
        Assert.Contains("permission issues: write", missing);
        Assert.Contains("event pull_request", missing);
        Assert.DoesNotContain("permission contents: read", missing);
        Assert.DoesNotContain("event issues", missing);
        Assert.Equal("Warning", Assert.Single(Logged("lacks some of what this service asks for")));
        Assert.Single(Logged("permission issues: write"));
        Assert.Equal((_github.App.Id, _github.PrivateKeyPem, _github.WebhookSecret), (Kept().GitHub.AppId, Kept().GitHub.PrivateKey, Kept().GitHub.WebhookSecret));
        Assert.True(IsSwapped);
    }

    [Theory]
    [InlineData("That is no private key.", "private-key", "private-key", "MIIE")]
    [InlineData("That is no private key.", "private-key-file", "private-key-file", "MIIE")]
    [InlineData("That is no private key.", "private-key", "private-key", "")]
    [InlineData("The App ID is a whole number.", "app-id", "app-id", "Iv1.0123")]
    [InlineData("The webhook secret is missing.", "webhook-secret", "webhook-secret", "")]
    [InlineData("needed both, or neither", "client-secret", "client-id", "Iv1.0123")]
    [InlineData("needed both, or neither", "client-id", "client-secret", "0123")]
    [InlineData("knows no App with the ID 4711", "app-id", "app-id", "4711")]
    [InlineData("is a key of another App", "private-key", "private-key", "another")]
    [InlineData("is a key of another App", "private-key-file", "private-key-file", "another")]
    public async Task An_App_that_cannot_be_used_is_not_kept_and_the_field_says_why(string problem, string at, string field, string value)
    {
        if (value == "another")
        {
            using var other = new SimulatedApp(pem: null) { Id = 1, Slug = "x", Name = "x", Owner = "x", Bot = _github.Bot, WebhookSecret = "x" };
            value = other.PrivateKeyPem;
        }

        await ImportAsync(("private-key", _github.PrivateKeyPem), (field, value));

        Assert.Equal(HttpStatusCode.BadRequest, _browser.Status);
        Assert.Equal([$"import-{at}"], Faulty());
        Assert.Contains(problem, Described(_browser.Page.GetElementById($"import-{at}")!), StringComparison.Ordinal);
        AssertNoSecretIsShown();
        Assert.False(System.IO.File.Exists(File));
        Assert.False(IsSwapped);
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_at_once_and_what_is_no_secret_stays()
    {
        await ConfigureAsync();
        await ImportAsync(("app-id", "12a"), ("private-key-file", "MIIE"), ("webhook-secret", ""), ("client-id", "Iv1.0123"), ("server", "enterprise"), ("enterprise-url", "ftp://x"));

        Assert.Equal(["import-app-id", "import-private-key-file", "import-webhook-secret", "import-client-secret", "import-enterprise-url"], Faulty());
        Assert.All(
            [("app-id", "12a"), ("client-id", "Iv1.0123"), ("enterprise-url", "ftp://x")],
            kept => Assert.Equal(kept.Item2, _browser.Page.GetElementById($"import-{kept.Item1}")!.GetAttribute("value")));
        Assert.DoesNotContain(_github.Requests, request => request.Path == "/app");
    }

    [Fact]
    public async Task What_GitHub_finds_wrong_is_told_together_with_the_rest_and_secrets_are_to_be_given_again()
    {
        await ImportAsync(("app-id", "4711"), ("private-key", _github.PrivateKeyPem), ("client-secret", "0123456789"));

        Assert.Equal(["import-app-id", "import-client-id"], Faulty());
        Assert.Contains("give them again", Assert.Single(_browser.Page.QuerySelectorAll("[role=alert]")).TextContent, StringComparison.Ordinal);
        Assert.All(
            ["private-key", "webhook-secret", "client-secret"],
            name => Assert.Contains("give it again", Described(_browser.Page.GetElementById($"import-{name}")!), StringComparison.Ordinal));
        AssertNoSecretIsShown();
        Assert.DoesNotContain("0123456789", _browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
        Assert.False(IsSwapped);
    }

    [Fact]
    public async Task An_App_that_GitHub_knows_is_not_kept_without_a_webhook_secret()
    {
        await ImportAsync(("private-key", _github.PrivateKeyPem), ("webhook-secret", ""));

        Assert.Equal(["import-webhook-secret"], Faulty());
        Assert.Contains(_github.Requests, request => request.Path == "/app");
        Assert.False(System.IO.File.Exists(File));
        Assert.False(IsSwapped);
    }

    [Fact]
    public async Task An_App_that_cannot_be_checked_is_not_kept()
    {
        _github.Faults.Add(new(FaultKind.Status, (_, path) => path == "/app") { Status = 403, Message = "No." });
        await ImportAsync(("private-key", _github.PrivateKeyPem));

        Assert.Contains(
            $"could not be checked, so nothing was kept. GitHub answered 403: No. {_github.ApiUrl.Host}:{_github.ApiUrl.Port} was asked: this address may be wrong, or not that of a GitHub.",
            Assert.Single(_browser.Page.QuerySelectorAll("[role=alert]")).TextContent,
            StringComparison.Ordinal);
        Assert.Empty(Faulty());
        Assert.False(IsSwapped);
    }

    [Fact]
    public async Task Notes_of_an_earlier_try_are_not_shown_again()
    {
        await ImportAsync(("private-key", "MIIE"));
        await _browser.GoAsync(new(_bot.Address, SetupEndpoint.Path));

        Assert.Empty(_browser.Page.QuerySelectorAll("[role=alert], [aria-invalid=true]"));
    }

    [Fact]
    public async Task A_form_that_is_too_large_is_not_read()
    {
        await ImportAsync(("private-key", new string('x', 100_000)));

        Assert.True((int)_browser.Status is 400 or 413, $"{_browser.Status}");
        Assert.False(IsSwapped);
    }

    [Fact]
    public async Task Once_it_is_set_up_there_is_no_such_page()
    {
        await using var live = await Bot.StartAsync(_github, _time);
        foreach (var path in new[] { "/setup", "/setup?token=1", "/setup/complete" })
        {
            await _browser.GoAsync(new(live.Address, path));

            Assert.Equal(HttpStatusCode.NotFound, _browser.Status);
            Assert.Contains("This service is set up", _browser.Text, StringComparison.Ordinal);
        }
    }

    private Task<Bot> PreviewAsync(params string[] settings) => Bot.StartPreviewAsync(_github, _time, folder: null, settings);

    /// <summary>Has the service start anew with other settings, of which none names the simulated GitHub.</summary>
    private async Task ConfigureAsync(params string[] settings)
    {
        await _bot.DisposeAsync();
        _bot = await PreviewAsync(settings);
    }

    /// <summary>The fields to which the summary of what is wrong leads, each of which says so itself.</summary>
    private List<string> Faulty()
    {
        var ids = _browser.Page.QuerySelectorAll("[role=alert] a").Select(link => link.GetAttribute("href")![1..]).ToList();
        Assert.Equal(ids, _browser.Page.QuerySelectorAll("[aria-invalid=true]").Select(input => input.Id));
        return ids;
    }

    /// <summary>What is said beside a field.</summary>
    private string Described(IElement input) => _browser.Page.GetElementById(input.GetAttribute("aria-describedby")!)!.TextContent;

    private void AssertNoSecretIsShown() =>
        Assert.All([_github.WebhookSecret, .. _github.PrivateKeyPem.Split('\n')[1..3]], secret => Assert.DoesNotContain(secret, _browser.Page.DocumentElement.OuterHtml, StringComparison.Ordinal));

    private void AssertIsMadeAt(string server, string api)
    {
        var action = _browser.Page.QuerySelector("form")!.GetAttribute("action")!.Split("settings/apps/new?state=");
        Assert.Equal(server, action[0]);
        Assert.Contains($"\"{api}\"", Encoding.UTF8.GetString(Base64Url.DecodeFromChars(action[1].Split('.')[0])), StringComparison.Ordinal);
    }

    private static string StateOf(Browser browser) => browser.Page.QuerySelector("input[name=state]")!.GetAttribute("value")!;

    private Uri Link(string? token = null) => new(_bot.Address, $"{SetupEndpoint.Path}?token={token ?? Token}");

    private Task MakeAsync(params (string, string)[] fields) => MakeAsync(fields, send: true);

    private Task MakeAsync(bool send) => MakeAsync([], send);

    private async Task MakeAsync((string, string)[] fields, bool send)
    {
        await _browser.GoAsync(Link());
        await _browser.SendAsync("Look at", [("name", "Welcomer"), ("access", "public"), .. fields]);
        if (send)
        {
            await _browser.SendAsync(Make);
        }
    }

    private async Task ImportAsync(params (string, string)[] fields)
    {
        await _browser.GoAsync(Link());
        await _browser.SendAsync(Check, [("app-id", $"{_github.AppId}"), ("webhook-secret", _github.WebhookSecret), .. fields]);
    }

    /// <summary>The levels of the lines of the log that say something.</summary>
    private IEnumerable<string> Logged(string text) => _bot.Log.Lines.Where(line => line.Text.Contains(text, StringComparison.Ordinal)).Select(line => $"{line.Level}");

    private OperatorSettings Kept()
    {
        using var configuration = new ConfigurationManager();
        new CredentialsFile(new() { ConnectionString = $"Data Source={_bot.Folder.FullName}/bot.db" }).AddTo(configuration);
        return OperatorSettings.Read(configuration, out _)!;
    }
}
