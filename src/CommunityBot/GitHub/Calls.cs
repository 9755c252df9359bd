using System.Net;
using System.Text.Json;
using Octokit;
using Polly;
using Polly.Timeout;

namespace CommunityBot.GitHub;

/// <summary>Requests over a connection, whose failures come out as <see cref="IGitHubReader"/> describes.</summary>
internal static class Calls
{
    /// <summary>More of GitHub's words than this is a page of HTML, not a message.</summary>
    private const int LongestMessage = 300;

    /// <summary>Reads an address; also gives the address of the next page, if there is one.</summary>
    public static Task<(T Answer, Uri? Next)> ReadAsync<T>(this IConnection connection, Uri address, CancellationToken cancellationToken)
        where T : class
        => RunAsync(connection.Get<T>(address, parameters: null, accepts: null, cancellationToken), cancellationToken);

    /// <summary>Posts to an address; a null body posts none.</summary>
    public static async Task<T> SendAsync<T>(this IConnection connection, Uri address, object? body, CancellationToken cancellationToken)
        where T : class
    {
        var sending = body is null
            ? connection.Post<T>(address, cancellationToken)
            : connection.Post<T>(address, body, accepts: null, contentType: "application/json", parameters: null, cancellationToken);
        return (await RunAsync(sending, cancellationToken)).Answer;
    }

    /// <summary>Posts nothing to an address, where GitHub answers no more than that it accepts.</summary>
    public static async Task AskForAsync(this IConnection connection, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            await connection.Post(address, cancellationToken);
        }
        catch (Exception exception) when (Translate(exception, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Changes what is at an address. Octokit cannot be told to give up: a change that was begun then ends by itself.</summary>
    public static async Task<T> ChangeAsync<T>(this IConnection connection, Uri address, object body, CancellationToken cancellationToken)
        where T : class => (await RunAsync(connection.Patch<T>(address, body).WaitAsync(cancellationToken), cancellationToken)).Answer;

    /// <summary>Takes away from what is at an address, as <see cref="ChangeAsync"/> changes it.</summary>
    public static async Task<T> TakeAsync<T>(this IConnection connection, Uri address, object body, CancellationToken cancellationToken)
        where T : class => (await RunAsync(connection.Delete<T>(address, body).WaitAsync(cancellationToken), cancellationToken)).Answer;

    /// <summary>Deletes what is at an address, as <see cref="ChangeAsync"/> changes it; what is gone already is deleted.</summary>
    public static async Task DeleteAsync(this IConnection connection, Uri address, CancellationToken cancellationToken)
    {
        try
        {
            await connection.Delete(address).WaitAsync(cancellationToken);
        }
        catch (ApiException answer) when (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
        {
        }
        catch (Exception exception) when (Translate(exception, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>Reads a file.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="address">Its address below <c>contents</c>.</param>
    /// <param name="etag">The ETag of what is known of it, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<FileAnswer> ReadFileAsync(this IConnection connection, Uri address, string? etag, CancellationToken cancellationToken)
    {
        TimerlessHttpClient.AskOnlyIfChanged(etag);
        try
        {
            var answer = await connection.Get<ContentAnswer>(address, parameters: null, accepts: null, cancellationToken);
            return answer.HttpResponse.StatusCode == HttpStatusCode.NotModified ? FileAnswer.Unchanged : answer.Body.AsFile(answer.HttpResponse.ApiInfo.Etag);
        }
        catch (Exception exception) when (exception is NotFoundException or JsonException)
        {
            // A directory is answered with a list, which is no file either.
            return FileAnswer.None;
        }
        catch (Exception exception) when (Translate(exception, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>A message of GitHub as it is passed on: one line, and not a long one.</summary>
    public static string Shorten(string message)
    {
        var line = message.ReplaceLineEndings(" ");
        return line.Length <= LongestMessage ? line : line[..LongestMessage] + "…";
    }

    private static async Task<(T Answer, Uri? Next)> RunAsync<T>(Task<IApiResponse<T>> call, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            var response = await call;
            // Octokit leaves out what is not JSON, for example the page of a proxy.
            var answer = response.Body ?? throw new GitHubUnavailableException("GitHub's answer is no JSON");
            return (answer, response.HttpResponse.ApiInfo.Links.GetValueOrDefault("next"));
        }
        catch (Exception exception) when (Translate(exception, cancellationToken) is { } translated)
        {
            throw translated;
        }
    }

    // Octokit's exceptions are not passed on: their text holds the whole body of the answer.
    private static Exception? Translate(Exception exception, CancellationToken cancellationToken) => exception switch
    {
        ApiException { StatusCode: HttpStatusCode.Unauthorized } => Unavailable(
            HttpStatusCode.Unauthorized, "GitHub does not accept the App's credentials (401): check GitHub:AppId, GitHub:PrivateKey and the clock of this machine"),
        ApiException answer when MayPass(answer.StatusCode) => Unavailable(answer.StatusCode, $"GitHub answered {(int)answer.StatusCode}: {Message(answer)}"),
        ApiException answer => new GitHubRefusedException(answer.StatusCode, Message(answer)),
        OperationCanceledException when cancellationToken.IsCancellationRequested => null,
        OperationCanceledException or TimeoutRejectedException => new GitHubUnavailableException("GitHub did not answer in time"),
        ExecutionRejectedException => new GitHubUnavailableException("GitHub keeps failing, so it is left alone for a moment"),
        HttpRequestException or IOException => new GitHubUnavailableException($"GitHub cannot be reached: {exception.Message}", exception),
        JsonException => new GitHubUnavailableException("GitHub's answer lacks what it should hold"),
        // Octokit's word for more redirects than it follows.
        InvalidOperationException { Source: nameof(Octokit) } => new GitHubUnavailableException($"GitHub's redirects cannot be followed: {exception.Message}"),
        _ => null,
    };

    private static GitHubUnavailableException Unavailable(HttpStatusCode status, string reason) => new(reason) { Status = status };

    private static bool MayPass(HttpStatusCode status)
        => status is HttpStatusCode.RequestTimeout or HttpStatusCode.Conflict or HttpStatusCode.TooManyRequests || (int)status >= 500;

    private static string Message(ApiException answer)
    {
        // A refused body says what was wrong with it only in its details.
        var details = answer.ApiError.Errors?.Select(error => error.Message ?? error.Code).Where(text => text is not null) ?? [];
        return Shorten(string.Join("; ", details.Prepend(answer.Message)));
    }
}
