using System.Net;
using System.Text.Encodings.Web;
using System.Text.Json;
using CommunityBot.GitHub;
using CommunityBot.Hosting;
using CommunityBot.RepositoryConfig;

namespace CommunityBot.Web.Setup;

/// <summary>Makes the service a GitHub App: by GitHub's manifest flow, or with an existing App. Only in preview mode; what it gets makes that end.</summary>
public sealed partial class SetupEndpoint(SetupAccess access, SetupState state, AppRegistry registry, HostSwap swap, OperatorSettings settings, SetupGitHub gitHubs, ILogger<SetupEndpoint> logger)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/setup";

    /// <summary>Where GitHub sends the browser when the App is made.</summary>
    public const string CompletePath = Path + "/complete";

    /// <summary>Bytes of a form at most: the largest thing in it is a private key of some 3 KiB.</summary>
    internal const int MostBytes = 64 * 1024;

    /// <summary>Characters of GitHub's code at most; its are of 40.</summary>
    private const int LongestCode = 255;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly CredentialsFile _file = new(settings.Storage);

    private readonly Lock _lock = new();

    private (string Code, Task<Outcome> Outcome)? _fetched;

    /// <summary>The forms, for who has the token; the token leaves the address bar.</summary>
    public IResult Start(HttpContext http) =>
        http.Request.Query.TryGetValue(SetupFields.Token, out var token) ? Enter(http, token)
        : access.Has(http.Request) ? ShowForms(Suggested(http))
        : ShowDoor(StatusCodes.Status200OK, problem: null);

    /// <summary>Takes a token that was pasted.</summary>
    public Task<IResult> EnterAsync(HttpContext http) => WithFormAsync(http, posted => Task.FromResult(Enter(http, posted[SetupFields.Token])));

    /// <summary>Shows the manifest of what was chosen, and has it sent to GitHub; or the form again as it was filled in, if something is wrong or to be changed.</summary>
    public Task<IResult> ShowManifestAsync(HttpContext http) => IfOpenAsync(http, browser => WithFormAsync(http, posted =>
    {
        if (SetupForm.Read(posted, gitHubs, out var fields) is not { } form)
        {
            return Task.FromResult<IResult>(ShowForms(fields, StatusCodes.Status400BadRequest));
        }

        if (posted.ContainsKey(SetupFields.Change))
        {
            return Task.FromResult<IResult>(ShowForms(fields));
        }

        var manifest = AppManifest.Of(form, new(BaseOf(http), CompletePath));
        var account = form.Organization.Length > 0 ? $"organizations/{form.Organization}/" : "";
        var action = new Uri(form.GitHub.ServerUrl, $"{account}settings/apps/new?state={state.Write(browser, form.GitHub)}");
        return Task.FromResult<IResult>(new PageResult<SetupManifestPage>(new SetupManifestView(form, fields, action, manifest.ToJsonString(), manifest.ToJsonString(Readable)))
        {
            FormsTo = $"{action.Scheme}://{action.IdnHost}:{action.Port}",
        });
    }));

    /// <summary>Fetches the App that was made, and keeps what it came with.</summary>
    public Task<IResult> CompleteAsync(HttpContext http) => IfOpenAsync(http, async browser =>
    {
        var query = http.Request.Query;
        var (gitHub, isLate) = state.Read(browser, query["state"]);
        if (query["code"].ToString() is not { Length: > 0 and <= LongestCode } code)
        {
            return Fail(StatusCodes.Status400BadRequest, "No App was made", "GitHub sends you back here with a code once it has made the App. If you left its page before that, begin again.");
        }

        if (gitHub is null || isLate)
        {
            return FailBesideApp(
                StatusCodes.Status400BadRequest,
                isLate ? "This took longer than an hour" : "This is not what you were sent to GitHub for",
                isLate
                    ? "GitHub keeps what belongs to a new App for an hour, and so does this page. Begin again."
                    : "The link was not made for this browser by the service as it runs now: it may have been started anew meanwhile. Begin again.",
                "If GitHub has made an App meanwhile, delete it there first, or take it with “Use an existing App”.");
        }

        try
        {
            return Show(http, await FetchOnceAsync(gitHub, code));
        }
        catch (GitHubRefusedException refused) when (refused.Status == HttpStatusCode.NotFound)
        {
            return FailBesideApp(
                StatusCodes.Status400BadRequest,
                "GitHub does not know this code any more",
                "It works once, and for an hour. If the App is there, take it with “Use an existing App”: its settings page lets you generate a private key and set a webhook secret. Or delete it there and begin again.");
        }
        catch (Exception fault) when (fault is GitHubRefusedException or GitHubUnavailableException)
        {
            return FailBesideApp(
                StatusCodes.Status502BadGateway,
                "The App could not be fetched from GitHub",
                $"{fault.Message.TrimEnd('.')}.",
                $"Reload this page to try again. If that does not help, the App is at {gitHub.ServerUrl.Host} all the same: take it with “Use an existing App”, or delete it there and begin again.");
        }
    });

    /// <summary>Takes an existing App.</summary>
    public Task<IResult> ImportAsync(HttpContext http) => IfOpenAsync(http, _ => WithFormAsync(http, async posted =>
    {
        var import = await SetupImport.ReadAsync(posted, gitHubs, http.RequestAborted);
        if (import.Credentials is { } credentials)
        {
            try
            {
                // Asked whatever else is wrong, so that all of it is told at once.
                var app = await registry.FindAsync(credentials, http.RequestAborted);
                if (!import.HasProblems)
                {
                    return Show(http, await KeepAsync(app, credentials));
                }
            }
            catch (Exception fault) when (fault is GitHubRefusedException or GitHubUnavailableException)
            {
                import.Report(fault);
            }
        }

        return ShowForms(Suggested(http), StatusCodes.Status400BadRequest, import);
    }));

    private IResult Enter(HttpContext http, string? token)
    {
        switch (access.Enter(http, token, BaseOf(http).Scheme == Uri.UriSchemeHttps))
        {
            case SetupEntry.Open:
                http.Response.Headers.Location = Path;
                return Results.StatusCode(StatusCodes.Status303SeeOther);
            case SetupEntry.UsedToken:
                return ShowDoor(
                    StatusCodes.Status403Forbidden,
                    "Another browser has used this token already. If that was you, go on there; if not, start the service anew, which makes a new one.");
            case SetupEntry.TooManyTries:
                return ShowDoor(StatusCodes.Status429TooManyRequests, "There were too many wrong tokens. Wait a minute, then try again.");
            default:
                return ShowDoor(StatusCodes.Status403Forbidden, "That is not the token. It changes with every start of the service: take the latest.");
        }
    }

    // GitHub gives an App's credentials once, and a browser may ask twice: when it is reloaded before it has its answer, or to see again what could not be kept. It is not given up when the browser is.
    private Task<Outcome> FetchOnceAsync(GitHubOptions gitHub, string code)
    {
        lock (_lock)
        {
            if (_fetched is not { } known || known.Code != code || known.Outcome.IsFaulted)
            {
                _fetched = (code, FetchAsync());
            }

            return _fetched.Value.Outcome;
        }

        async Task<Outcome> FetchAsync()
        {
            var (app, credentials) = await registry.FetchNewAsync(gitHub, code, CancellationToken.None);
            return await KeepAsync(app, credentials);
        }
    }

    private async Task<Outcome> KeepAsync(RegisteredApp app, AppCredentials credentials)
    {
        try
        {
            credentials.Slug = app.Slug;
            await _file.WriteAsync(credentials);
            LogKept(app.Name, app.Id, _file.Path, credentials.InstallPage!);
            if (AppManifest.MissingIn(app) is { Count: > 0 } missing)
            {
                LogLacking(app.Name, string.Join(", ", missing));
            }

            return new(app, credentials);
        }
        catch (Exception fault)
        {
            // Whatever it was: who is not shown them now has lost them.
            LogNotKept(app.Name, app.Id, _file.Path, fault.GetType().Name, fault.Message);
            return new(app, credentials) { IsTaken = File.Exists(_file.Path), WhyNot = Quoted.OneLine(fault.Message) };
        }
    }

    private IResult Show(HttpContext http, Outcome outcome)
    {
        var (app, credentials) = (outcome.App, outcome.Credentials);
        if (outcome.IsTaken)
        {
            return Fail(
                StatusCodes.Status409Conflict,
                "There are credentials already",
                $"Somebody has set this service up meanwhile: {_file.Path} is there, and stays as it is. The service uses it from its next start on.",
                $"Nothing was kept of {app.Name}. If you made it just now, delete it on GitHub.");
        }

        var copy = outcome.WhyNot is null ? [] : credentials.AsSettings().Select(OneLine).ToList();
        if (outcome.WhyNot is null)
        {
            // The browser is to have its answer first, and to make a new connection for what it wants next.
            http.Response.Headers.Connection = "close";
            http.Response.OnCompleted(() =>
            {
                swap.Begin();
                return Task.CompletedTask;
            });
        }

        return new PageResult<SetupDonePage>(new SetupDoneView(app, AppManifest.MissingIn(app), credentials.InstallPage!, _file.Path, copy, outcome.WhyNot));
    }

    // A key has lines, and a variable of the environment had better not; the reader of settings takes base64, too.
    private static string OneLine((string Key, string Value) setting) =>
        $"{setting.Key.Replace(":", "__", StringComparison.Ordinal)}={(setting.Key == "GitHub:PrivateKey" ? Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(setting.Value)) : setting.Value)}";

    private Dictionary<string, SetupForm.Field> Suggested(HttpContext http) => new()
    {
        [SetupFields.Owner] = new(""),
        [SetupFields.Organization] = new(""),
        [SetupFields.Access] = new(""),

        // Names of Apps are taken once on all of GitHub.
        [SetupFields.Name] = new($"{AppManifest.Name} {Random.Shared.Next(1000, 10_000)}"),
        [SetupFields.Server] = new(""),
        [SetupFields.EnterpriseUrl] = new(""),
        [SetupFields.ServiceUrl] = new(ServiceUrlOf(http)?.AbsoluteUri ?? ""),
    };

    // A browser on this machine does not know how GitHub gets here, unless GitHub is on it, too.
    private Uri? ServiceUrlOf(HttpContext http) =>
        settings.Bot.PublicUrl ?? (BaseOf(http) is var here && here.IsLoopback && !gitHubs.Configured.ServerUrl.IsLoopback ? null : here);

    /// <summary>This service as the browser reaches it. A proxy that does not say so has the request come over http all the same.</summary>
    private Uri BaseOf(HttpContext http)
    {
        var request = http.Request;
        return settings.Bot.PublicUrl is { } known && known.Authority.Equals(request.Host.Value, StringComparison.OrdinalIgnoreCase) ? new(known, "/")
            : Uri.TryCreate($"{request.Scheme}://{request.Host}/", UriKind.Absolute, out var here) ? here
            : throw new BadHttpRequestException("the request does not say which host it is for");
    }

    private Task<IResult> IfOpenAsync(HttpContext http, Func<string, Task<IResult>> open) => access.BrowserOf(http.Request) is { } browser
        ? open(browser)
        : Task.FromResult<IResult>(ShowDoor(
            StatusCodes.Status403Forbidden,
            "This browser has not shown the token, or the service was restarted since. If GitHub has just sent you here, it has made an App, whose name is taken from now on: show the token, "
                + "then use it as an existing App, or delete it on GitHub and begin again."));

    private static async Task<IResult> WithFormAsync(HttpContext http, Func<IFormCollection, Task<IResult>> read)
    {
        IFormCollection posted;
        try
        {
            posted = await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (Exception fault) when (fault is InvalidDataException or InvalidOperationException or BadHttpRequestException)
        {
            // The framework's word for a form that was not sent from here is among these.
            return Fail(
                StatusCodes.Status400BadRequest, "That form cannot be read", $"It was not sent from this page, or is larger than {MostBytes / 1024} KiB. Go back, reload the page, and fill it in again.");
        }

        return await read(posted);
    }

    private PageResult<SetupStartPage> ShowForms(IReadOnlyDictionary<string, SetupForm.Field> fields, int status = StatusCodes.Status200OK, SetupImport? import = null) =>
        new(new SetupStartView(gitHubs.Configured.ServerUrl.Authority, gitHubs.IsSet, fields, import ?? SetupImport.Blank())) { Status = status };

    private static PageResult<SetupDoorPage> ShowDoor(int status, string? problem) => new(new SetupDoorView(problem)) { Status = status };

    private static PageResult<SetupProblemPage> Fail(int status, string title, params string[] why) => new(new SetupProblemView(title, why)) { Status = status };

    // GitHub may have made the App all the same.
    private static PageResult<SetupProblemPage> FailBesideApp(int status, string title, params string[] why) => new(new SetupProblemView(title, why, HasApp: true)) { Status = status };

    [LoggerMessage(LogLevel.Information, "The service is now {Name}, App {AppId}; its credentials are in {Path}. Install it at {InstallPage}")]
    private partial void LogKept(string name, long appId, string path, Uri installPage);

    [LoggerMessage(LogLevel.Warning, "{Name} lacks some of what this service asks for, and what depends on it does not happen: {Missing}")]
    private partial void LogLacking(string name, string missing);

    [LoggerMessage(LogLevel.Error, "The credentials of {Name}, App {AppId}, could not be kept in {Path}: {Kind}: {Reason}")]
    private partial void LogNotKept(string name, long appId, string path, string kind, string reason);

    /// <summary>What became of an App that was made or taken.</summary>
    private sealed record Outcome(RegisteredApp App, AppCredentials Credentials)
    {
        /// <summary>Whether somebody else's credentials are there.</summary>
        public bool IsTaken { get; init; }

        /// <summary>Why its credentials were not kept; null if they were.</summary>
        public string? WhyNot { get; init; }
    }
}
