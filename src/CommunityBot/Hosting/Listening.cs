using System.Globalization;
using System.Net;

namespace CommunityBot.Hosting;

/// <summary>Where the service listens.</summary>
public static class Listening
{
    /// <summary>The port where none is configured, which is also that of .NET's container images.</summary>
    private const int DefaultPort = 8080;

    /// <summary>
    /// Preview mode listens on this machine only, on whatever port is configured. Otherwise the usual settings of ASP.NET Core hold
    /// (<c>urls</c>, <c>http_ports</c>, <c>Kestrel:Endpoints</c>), and where there is none, it is this machine too: a reverse proxy stands before it.
    /// </summary>
    public static WebApplicationBuilder ListenAsConfigured(this WebApplicationBuilder builder, bool isPreview)
    {
        var configuration = builder.Configuration;
        var addresses = (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var ports = (configuration["http_ports"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (isPreview)
        {
            var port = addresses.Select(PortOf).Concat(ports.Select(Number)).FirstOrDefault(found => found is not null) ?? DefaultPort;
            builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://{IPAddress.Loopback}:{port}"));
            builder.WebHost.UseSetting("http_ports", "").UseSetting("https_ports", "");

            // Kestrel's own section of the settings could open more addresses.
            builder.WebHost.ConfigureKestrel(kestrel => kestrel.Configure());
        }
        else if (addresses.Length == 0 && ports.Length == 0 && configuration["https_ports"] is null && !configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{DefaultPort}"));
        }

        return builder;
    }

    /// <summary>Whether the server can read an address to listen on.</summary>
    public static bool IsAddress(string text)
    {
        try
        {
            return BindingAddress.Parse(text) is { Port: >= IPEndPoint.MinPort and <= IPEndPoint.MaxPort } address
                && (address.Scheme.Equals(Uri.UriSchemeHttp, StringComparison.OrdinalIgnoreCase) || address.Scheme.Equals(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Whether a text is a port to listen on.</summary>
    public static bool IsPort(string text) => Number(text) is <= IPEndPoint.MaxPort;

    private static int? PortOf(string address) => Uri.TryCreate(address.Replace("*", "any", StringComparison.Ordinal).Replace("+", "any", StringComparison.Ordinal), UriKind.Absolute, out var url) ? url.Port : null;

    private static int? Number(string port) => int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
