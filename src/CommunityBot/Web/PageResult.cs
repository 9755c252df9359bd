using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CommunityBot.Web;

/// <summary>A page, rendered to HTML. Nothing of it lives on in the browser, so it needs none of the machinery for that.</summary>
/// <typeparam name="TPage">Its component, which has a parameter <c>View</c>.</typeparam>
/// <param name="view">What it shows.</param>
public sealed class PageResult<TPage>(object view) : IResult
    where TPage : IComponent
{
    /// <summary>The status that it is answered with.</summary>
    public int Status { get; init; } = StatusCodes.Status200OK;

    /// <summary>Where its forms are sent beside this service, as <see href="https://www.w3.org/TR/CSP3/#directive-form-action">form-action</see> names it; null if nowhere.</summary>
    public string? FormsTo { get; init; }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers.ContentSecurityPolicy = PageHeaders.Policy(FormsTo);
        httpContext.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["View"] = view }) { StatusCode = Status }.ExecuteAsync(httpContext);
    }
}
