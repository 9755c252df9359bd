using System.Security.Cryptography;
using System.Text;
using CommunityBot.Hosting;

namespace CommunityBot.Web.Setup;

/// <summary>
/// Who may set the service up: the one browser that showed the token which the terminal shows. The token is used up by that; the browser is known by a cookie from then on.
/// </summary>
public sealed class SetupAccess(OperatorSettings settings, TimeProvider time)
{
    /// <summary>Wrong tokens in <see cref="Window"/>: enough for whoever copies one by hand.</summary>
    internal const int MostTries = 10;

    private const string Cookie = "communitybot-setup";

    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);

    private readonly Lock _lock = new();

    private string? _browser;

    private int _tries;

    private DateTimeOffset _triesUntil;

    /// <summary>Whether a request comes from the browser that may.</summary>
    public bool Has(HttpRequest request) => BrowserOf(request) is not null;

    /// <summary>The browser that may, as its cookie names it; null for any other.</summary>
    public string? BrowserOf(HttpRequest request) => _browser is { } browser && Same(request.Cookies[Cookie], browser) ? browser : null;

    /// <summary>Lets a browser in that shows the token.</summary>
    /// <param name="http">Its request, whose answer takes the cookie along.</param>
    /// <param name="token">What it shows.</param>
    /// <param name="isSecure">Whether it came over https.</param>
    public SetupEntry Enter(HttpContext http, string? token, bool isSecure)
    {
        lock (_lock)
        {
            // Nobody can keep the right one out by trying wrong ones.
            if (!Same(token?.Trim(), settings.SetupToken!))
            {
                var now = time.GetUtcNow();
                if (now >= _triesUntil)
                {
                    (_tries, _triesUntil) = (0, now + Window);
                }

                return _tries++ < MostTries ? SetupEntry.WrongToken : SetupEntry.TooManyTries;
            }

            if (Has(http.Request))
            {
                return SetupEntry.Open;
            }

            if (_browser is not null)
            {
                return SetupEntry.UsedToken;
            }

            // 32 bytes, as many as the token that it stands for.
            _browser = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        }

        // Lax: GitHub sends the browser back by a link, as it were.
        http.Response.Cookies.Append(Cookie, _browser, new() { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = isSecure, Path = SetupEndpoint.Path });
        return SetupEntry.Open;
    }

    private static bool Same(string? shown, string known) =>
        shown is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(known));
}
