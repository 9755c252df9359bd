using CommunityBot.Hosting;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace CommunityBot.Web.Setup;

/// <summary>Registers the setup pages.</summary>
public static class SetupRegistration
{
    /// <summary>Adds what they need.</summary>
    public static IServiceCollection AddSetup(this IServiceCollection services) =>
        services.AddSingleton<SetupAccess>().AddSingleton<SetupGitHub>().AddSingleton<SetupState>().AddSingleton<SetupEndpoint>();

    /// <summary>Maps them in preview mode. Otherwise there is nothing to set up, and no such page; what is there instead says so.</summary>
    public static IEndpointRouteBuilder MapSetup(this IEndpointRouteBuilder routes)
    {
        var setup = routes.MapGroup(SetupEndpoint.Path).AddEndpointFilter(WithoutTrace)
            .WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(SetupEndpoint.MostBytes));
        if (!routes.ServiceProvider.GetRequiredService<OperatorSettings>().IsPreview)
        {
            var gone = new SetupProblemView(
                "This service is set up",
                ["It has the credentials of its GitHub App, so there is nothing to do here. Who runs it changes them in its settings."],
                IsOver: true);
            setup.MapGet("/{**rest}", IResult () => new PageResult<SetupProblemPage>(gone) { Status = StatusCodes.Status404NotFound });
            return routes;
        }

        setup.MapGet("", (SetupEndpoint endpoint, HttpContext http) => endpoint.Start(http));
        setup.MapPost("", (SetupEndpoint endpoint, HttpContext http) => endpoint.EnterAsync(http));

        // Who comes back to it by the address bar or by the history of the browser has posted nothing.
        setup.MapGet("/manifest", () => Results.Redirect(SetupEndpoint.Path));
        setup.MapPost("/manifest", (SetupEndpoint endpoint, HttpContext http) => endpoint.ShowManifestAsync(http));
        setup.MapGet("/complete", (SetupEndpoint endpoint, HttpContext http) => endpoint.CompleteAsync(http));
        setup.MapPost("/import", (SetupEndpoint endpoint, HttpContext http) => endpoint.ImportAsync(http));
        return routes;
    }

    // Nothing of these pages is to stay in a cache, and none of their addresses to be told to another site.
    private static ValueTask<object?> WithoutTrace(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var headers = context.HttpContext.Response.Headers;
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        return next(context);
    }
}
