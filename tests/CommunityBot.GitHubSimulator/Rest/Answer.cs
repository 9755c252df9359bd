using System.Text.Json.Nodes;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Answers of the REST interface.</summary>
internal static class Answer
{
    public static IResult Json(JsonNode body, int status = 200) => Results.Text(body.ToJsonString(), "application/json; charset=utf-8", statusCode: status);

    public static IResult Refuse(int status, string message) =>
        Json(new JsonObject { ["message"] = message, ["documentation_url"] = "https://docs.github.com/rest", ["status"] = $"{status}" }, status);

    /// <summary>GitHub's word for what cannot be said there, or null if it can.</summary>
    public static IResult? ClosedOff(SimulatedItem item) =>
        item.Repository.Archived ? Archived()
        : item.Locked ? Refuse(403, "Unable to create comment because issue is locked.")
        : null;

    public static IResult Archived() => Refuse(403, "Repository was archived so is read-only.");

    public static IResult NotFound() => Refuse(404, "Not Found");

    /// <summary>GitHub's word that a repository has another name now. What is not only read is to be sent again as it was.</summary>
    public static IResult Moved(HttpContext http, SimulatedRepository repository)
    {
        var request = http.Request;
        var path = request.Path.ToUriComponent();
        var former = $"/repos/{Uri.EscapeDataString($"{request.RouteValues["owner"]}")}/{Uri.EscapeDataString($"{request.RouteValues["repo"]}")}";
        var start = path.IndexOf(former, StringComparison.Ordinal);
        var address = $"{request.Scheme}://{request.Host}{path[..start]}/repositories/{repository.Id}{path[(start + former.Length)..]}{request.QueryString}";
        http.Response.Headers.Location = address;
        return Json(
            new JsonObject
            {
                ["message"] = "Moved Permanently",
                ["url"] = address,
                ["documentation_url"] = "https://docs.github.com/rest/guides/best-practices-for-using-the-rest-api#follow-redirects",
            },
            HttpMethods.IsGet(request.Method) ? 301 : 307);
    }

    public static IResult BadJwt() => Refuse(401, "A JSON web token could not be decoded");

    /// <summary>A page of a listing, with links to its neighbours; in an object that counts them all if it is given a name there.</summary>
    public static IResult Page<T>(HttpContext http, IReadOnlyList<T> all, Func<T, JsonNode> shape, string? name = null)
    {
        var query = http.Request.Query;
        var size = Math.Clamp(int.TryParse(query["per_page"], out var asked) ? asked : 30, 1, 100);
        var page = Math.Max(int.TryParse(query["page"], out var number) ? number : 1, 1);
        var last = Math.Max((all.Count + size - 1) / size, 1);
        var links = new List<string>();
        if (page < last)
        {
            links.Add($"<{Address(http, page + 1)}>; rel=\"next\"");
            links.Add($"<{Address(http, last)}>; rel=\"last\"");
        }

        if (page > 1)
        {
            links.Add($"<{Address(http, page - 1)}>; rel=\"prev\"");
            links.Add($"<{Address(http, 1)}>; rel=\"first\"");
        }

        if (links.Count > 0)
        {
            http.Response.Headers.Link = string.Join(", ", links);
        }

        var shown = new JsonArray([.. all.Skip((page - 1) * size).Take(size).Select(shape)]);
        return Json(name is null ? shown : new JsonObject { ["total_count"] = all.Count, [name] = shown });
    }

    private static string Address(HttpContext http, int page)
    {
        var request = http.Request;
        var others = request.Query.Where(part => part.Key != "page").Select(part => $"{part.Key}={Uri.EscapeDataString(part.Value.ToString())}");
        return $"{request.Scheme}://{request.Host}{request.Path}?{string.Join('&', others.Append($"page={page}"))}";
    }
}
