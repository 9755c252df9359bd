using CommunityBot.Storage;
using CommunityBot.Web.Assets;
using CommunityBot.Web.Errors;
using CommunityBot.Web.Home;
using CommunityBot.Web.Keys;
using CommunityBot.Web.Limits;
using CommunityBot.Web.Playground;
using CommunityBot.Web.Setup;
using CommunityBot.Webhooks;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.HttpOverrides;

namespace CommunityBot.Web;

/// <summary>Registers the pages.</summary>
public static class WebRegistration
{
    /// <summary>What makes keys of this program useless to any other.</summary>
    private const string Name = "CommunityBot";

    /// <summary>What machines ask for, beside which the rest is for people; and they post to <see cref="WebhookEndpoint.Path"/>.</summary>
    private static readonly PathString[] ForMachines = ["/healthz/live", "/healthz/ready", "/metrics"];

    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(forms => forms.Cookie.Name = "communitybot-form");
        services.AddDataProtection().SetApplicationName(Name);
        services.AddOptions<KeyManagementOptions>().Configure<Database>((keys, database) => keys.XmlRepository = new WebKeys(database));

        // The framework would read the keys at the start, before the database is open; a page that needs them does.
        services.Remove(services.Single(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Assembly == typeof(KeyManagementOptions).Assembly));
        return services.AddRateLimits().AddSingleton<WorkStatus>().AddSingleton<SaidComments>().AddSingleton<HomeModel>().AddSingleton<PlaygroundModel>().AddSetup();
    }

    /// <summary>Puts before the pages what all of them have: headers, errors in words, limits, and forms that nobody else can send.</summary>
    public static IApplicationBuilder UseWeb(this IApplicationBuilder app) => app.UseWhen(
        http => !IsForMachines(http.Request),
        pages => pages
            .UseForwardedHeaders(BehindProxy())
            .Use(PageHeaders.AddAsync)
            .UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ErrorAnswers.WriteAsync })
            .UseStatusCodePages(context => ErrorAnswers.WriteAsync(context.HttpContext))
            .UseRateLimiter()
            .UseAntiforgery());

    // The address at which a browser reaches the pages, by which the setup tells GitHub where to send it back. Who asks is another question: ClientAddress.
    private static ForwardedHeadersOptions BehindProxy()
    {
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost };
        foreach (var network in ClientAddress.Near)
        {
            options.KnownIPNetworks.Add(network);
        }

        return options;
    }

    private static bool IsForMachines(HttpRequest request) =>
        Array.Exists(ForMachines, path => request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase))
        || (HttpMethods.IsPost(request.Method) && request.Path.StartsWithSegments(WebhookEndpoint.Path, StringComparison.OrdinalIgnoreCase));

    /// <summary>Maps the pages.</summary>
    public static IEndpointRouteBuilder MapWeb(this IEndpointRouteBuilder routes)
    {
        routes.MapAssets();
        routes.MapGet("/", async Task<IResult> (HomeModel home) => new PageResult<HomePage>(await home.ReadAsync()));
        routes.MapSetup();
        routes.MapPlayground();
        return routes;
    }
}
