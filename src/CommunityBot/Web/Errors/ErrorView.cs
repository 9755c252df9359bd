using CommunityBot.Webhooks;

namespace CommunityBot.Web.Errors;

/// <summary>Why there is no page, and what helps.</summary>
/// <param name="Status">The status of the answer.</param>
/// <param name="Title">What went wrong.</param>
/// <param name="Advice">What helps.</param>
public sealed record ErrorView(int Status, string Title, string Advice)
{
    /// <summary>Puts a status into words.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="path">What was asked for.</param>
    public static ErrorView Of(int status, PathString path) => status switch
    {
        StatusCodes.Status400BadRequest => new(status, "That request could not be read", "If it was a form, it may be too old, or cookies may be blocked: go back, reload the page and send it again."),
        StatusCodes.Status404NotFound => new(status, "There is nothing here", "The address may be mistyped, or what was here has gone."),
        StatusCodes.Status405MethodNotAllowed when path.StartsWithSegments(WebhookEndpoint.Path, StringComparison.OrdinalIgnoreCase) =>
            new(status, "GitHub posts here", "It is the address for webhooks, as the App has it. There is nothing to look at."),
        StatusCodes.Status405MethodNotAllowed => new(status, "That cannot be done here", "The address is right, but not for this kind of request."),
        StatusCodes.Status413PayloadTooLarge => new(status, "That is too much at once", "Send less."),
        StatusCodes.Status429TooManyRequests => new(status, "Too many requests", "Wait a minute, then try again."),
        StatusCodes.Status503ServiceUnavailable => new(status, "Not now", "Something that this service needs is out of reach. Try again in a minute."),
        >= 500 => new(status, "Something went wrong", "It is in the log of this service. Try again in a minute."),
        _ => new(status, "That did not work", "Go back and try it in another way."),
    };
}
