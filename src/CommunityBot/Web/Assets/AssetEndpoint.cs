namespace CommunityBot.Web.Assets;

/// <summary>Serves what pages load.</summary>
public static class AssetEndpoint
{
    /// <summary>A year, the longest that <see href="https://www.rfc-editor.org/rfc/rfc9111">caches</see> are asked to keep anything.</summary>
    private const string ForEver = "public, max-age=31536000, immutable";

    /// <summary>Maps the files.</summary>
    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet(AssetFiles.Folder + "{name}", (string name, HttpContext http) =>
    {
        if (AssetFiles.Find(AssetFiles.Folder + name) is not { } asset)
        {
            return Results.NotFound();
        }

        http.Response.Headers.CacheControl = ForEver;
        return Results.Bytes(asset.Content, asset.ContentType);
    });
}
