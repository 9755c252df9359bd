using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace CommunityBot.Web;

/// <summary>Renders a page to HTML. Nothing of a page lives on in the browser, so it needs none of the machinery for that, nor keys on disk.</summary>
public static class PageResult
{
    /// <summary>Renders a page with its <c>View</c>.</summary>
    public static async Task<IResult> RenderAsync<TPage>(IServiceProvider services, object view)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["View"] = view });
            return (await renderer.RenderComponentAsync<TPage>(parameters)).ToHtmlString();
        });
        return Results.Content(html, "text/html; charset=utf-8");
    }
}
