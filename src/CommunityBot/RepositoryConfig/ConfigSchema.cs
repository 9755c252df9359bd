using System.Net.Mime;

namespace CommunityBot.RepositoryConfig;

/// <summary>The JSON Schema of the config, for editors. It is made from the settings records by a test, which holds it to them.</summary>
public static class ConfigSchema
{
    /// <summary>Where it is served.</summary>
    public const string Path = "/schema/community-bot.json";

    private const string Resource = "CommunityBot.RepositoryConfig.community-bot.schema.json";

    /// <summary>Opens it.</summary>
    public static Stream Open() => typeof(ConfigSchema).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");

    /// <summary>Maps its route.</summary>
    public static void MapConfigSchema(this IEndpointRouteBuilder routes) => routes.MapGet(Path, () => Results.Stream(Open(), MediaTypeNames.Application.Json));
}
