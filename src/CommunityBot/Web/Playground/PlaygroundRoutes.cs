using CommunityBot.RepositoryConfig.Yaml;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc;

namespace CommunityBot.Web.Playground;

/// <summary>Maps the playground.</summary>
public static class PlaygroundRoutes
{
    /// <summary>The page.</summary>
    public const string Path = "/playground";

    /// <summary>What of it changes with the form, for the script.</summary>
    public const string TryPath = "/playground/try";

    /// <summary>Bytes of the form at most: a config, each letter of which may be sent as three, and what is chosen beside it.</summary>
    private const int MostBytes = (3 * YamlReader.MostBytes) + (8 * 1024);

    /// <summary>Maps the page, its form, and the form as the script sends it.</summary>
    public static void MapPlayground(this IEndpointRouteBuilder routes)
    {
        routes.MapGet(Path, async Task<IResult> (string? moment, string? language, string? repository, PlaygroundModel playground, CancellationToken cancelled) =>
            new PageResult<PlaygroundPage>(await playground.TryAsync(new(Config: null, moment, language, repository, Look: null), cancelled)));
        routes.MapPost(Path, (HttpContext http, PlaygroundModel playground) => AnswerAsync<PlaygroundPage>(http, playground))
            .WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(MostBytes));
        routes.MapPost(TryPath, (HttpContext http, PlaygroundModel playground) => AnswerAsync<PlaygroundAnswer>(http, playground))
            .WithMetadata(new RequireAntiforgeryTokenAttribute(), new RequestSizeLimitAttribute(MostBytes));
    }

    // Forms that the framework binds are answered 500 where their token is wrong.
    private static async Task<IResult> AnswerAsync<TPage>(HttpContext http, PlaygroundModel playground)
        where TPage : IComponent
    {
        if (http.Request.ContentLength > MostBytes)
        {
            return Results.StatusCode(StatusCodes.Status413PayloadTooLarge);
        }

        if (http.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: true })
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }

        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var input = new PlaygroundInput(form["config"].ToString(), form["moment"], form["language"], form["repository"], form["look"]);
        return new PageResult<TPage>(await playground.TryAsync(input, http.RequestAborted));
    }
}
