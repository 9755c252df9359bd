using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CommunityBot.Web;

/// <summary>Renders a page to HTML. Nothing of a page lives on in the browser, so it needs none of the machinery for that, nor keys on disk.</summary>
public static class PageResult
{
    /// <summary>
    /// What a browser may do with a page (<see href="https://www.w3.org/TR/CSP3/">CSP</see>): apply its own style sheet, and load, run and send nothing. Pages show
    /// what strangers wrote; should something of it ever come through, it stays without effect.
    /// </summary>
    private static readonly string Policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Styles.Css)))}'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Renders a page with its <c>View</c>.</summary>
    public static async Task<IResult> RenderAsync<TPage>(HttpContext http, object view)
        where TPage : IComponent
    {
        var services = http.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view });
            return (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString();
        });
        http.Response.Headers.ContentSecurityPolicy = Policy;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
