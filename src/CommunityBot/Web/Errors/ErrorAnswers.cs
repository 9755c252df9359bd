using System.Globalization;
using System.Net.Mime;

namespace CommunityBot.Web.Errors;

/// <summary>Answers that say nothing yet but what they failed with: a page for browsers, a line of text for the rest.</summary>
public static class ErrorAnswers
{
    /// <summary>Writes what the status of the answer means.</summary>
    public static Task WriteAsync(HttpContext http)
    {
        var view = ErrorView.Of(http.Response.StatusCode, http.Request.Path);
        var isBrowser = http.Request.Headers.Accept.ToString().Contains(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase);
        IResult answer = isBrowser
            ? new PageResult<ErrorPage>(view) { Status = view.Status }
            : Results.Text(string.Create(CultureInfo.InvariantCulture, $"{view.Title} ({view.Status}). {view.Advice}\n"), "text/plain; charset=utf-8", statusCode: view.Status);
        return answer.ExecuteAsync(http);
    }
}
