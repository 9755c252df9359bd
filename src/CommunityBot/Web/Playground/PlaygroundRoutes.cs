using CommunityBot.RepositoryConfig.Yaml;
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
        routes.MapPost(Path, async Task<IResult> ([AsParameters] PlaygroundForm form, PlaygroundModel playground, CancellationToken cancelled) =>
            new PageResult<PlaygroundPage>(await playground.TryAsync(form.Input, cancelled))).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
        routes.MapPost(TryPath, async Task<IResult> ([AsParameters] PlaygroundForm form, PlaygroundModel playground, CancellationToken cancelled) =>
            new PageResult<PlaygroundAnswer>(await playground.TryAsync(form.Input, cancelled))).WithMetadata(new RequestSizeLimitAttribute(MostBytes));
    }
}
