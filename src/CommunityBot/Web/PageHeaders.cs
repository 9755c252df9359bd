namespace CommunityBot.Web;

/// <summary>What a browser is told with everything that people look at.</summary>
public static class PageHeaders
{
    /// <summary>Nothing of the device is used.</summary>
    private const string Permissions = "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()";

    private static readonly string Default = Policy(formsTo: null);

    /// <summary>
    /// What a browser may do with a page (<see href="https://www.w3.org/TR/CSP3/">CSP</see>): use files of this service, and nothing else. Pages show what strangers wrote; should something of
    /// it ever come through, it loads, runs and sends nothing.
    /// </summary>
    /// <param name="formsTo">Where forms are sent beside this service, or null.</param>
    public static string Policy(string? formsTo) =>
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'" + (formsTo is null ? "" : $" {formsTo}");

    /// <summary>Adds the headers to whatever is answered, unless it has its own.</summary>
    public static Task AddAsync(HttpContext http, RequestDelegate next)
    {
        http.Response.OnStarting(static state =>
        {
            var headers = ((HttpResponse)state).Headers;
            headers.TryAdd("Content-Security-Policy", Default);
            headers.XContentTypeOptions = "nosniff";
            headers.TryAdd("Referrer-Policy", "same-origin");
            headers["Permissions-Policy"] = Permissions;
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            return Task.CompletedTask;
        }, http.Response);
        return next(http);
    }
}
