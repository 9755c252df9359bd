using System.Security.Cryptography;

namespace CommunityBot.GitHubSimulator.Rest;

/// <summary>Gives what is read an ETag, and answers 304 to whoever has it already.</summary>
internal sealed class ETagMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Method != "GET")
        {
            await next(http);
            return;
        }

        var answer = http.Response.Body;
        using var body = new MemoryStream();
        http.Response.Body = body;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = answer;
        }

        if (http.Response.StatusCode == 200)
        {
            var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body.GetBuffer().AsSpan(0, (int)body.Length)))}\"";
            http.Response.Headers.ETag = tag;
            if (http.Request.Headers.IfNoneMatch.ToString().Split(", ").Any(known => known.TrimStart('W', '/') == tag))
            {
                http.Response.StatusCode = 304;
                http.Response.ContentLength = null;
                return;
            }
        }

        body.Position = 0;
        await body.CopyToAsync(answer);
    }
}
