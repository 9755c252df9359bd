using CommunityBot.Web.Home;
using CommunityBot.Web.Setup;

namespace CommunityBot.Web;

/// <summary>Registers the pages.</summary>
public static class WebRegistration
{
    /// <summary>Adds what the pages need.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services) => services.AddSingleton<HomeModel>().AddSetup();

    /// <summary>Maps the pages.</summary>
    public static IEndpointRouteBuilder MapWeb(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/", async (HomeModel home, HttpContext http) => await PageResult.RenderAsync<HomePage>(http, await home.ReadAsync()));
        routes.MapSetup();
        return routes;
    }
}
