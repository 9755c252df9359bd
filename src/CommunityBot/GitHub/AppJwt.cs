using System.Globalization;
using System.Security.Cryptography;
using CommunityBot.Hosting;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CommunityBot.GitHub;

/// <summary>
/// Signs the tokens by which the App itself speaks to GitHub
/// (<see href="https://docs.github.com/apps/creating-github-apps/authenticating-with-a-github-app/generating-a-json-web-token-jwt-for-a-github-app">rules</see>).
/// Throws <see cref="ArgumentException"/> when made with a key that is no PEM; the text does not tell the key.
/// </summary>
internal sealed class AppJwt : IDisposable
{
    /// <summary>GitHub's own advice against clocks that disagree: issued a minute ago.</summary>
    private static readonly TimeSpan Backdated = TimeSpan.FromSeconds(60);

    /// <summary>GitHub takes at most 10 minutes from its own now; counted from the backdated start, a minute of drift is left.</summary>
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);

    /// <summary>A token this close to its end might expire on the way.</summary>
    private static readonly TimeSpan RenewBefore = TimeSpan.FromMinutes(1);

    /// <summary>How long a token is used.</summary>
    private static readonly TimeSpan RenewEvery = Lifetime - Backdated - RenewBefore;

    private readonly Lock _lock = new();
    private readonly JsonWebTokenHandler _writer = new() { SetDefaultTimesOnTokenCreation = false };
    private readonly RSA _key = RSA.Create();
    private readonly SigningCredentials _credentials;
    private readonly string _issuer;
    private readonly TimeProvider _time;
    private string _token = "";
    private DateTimeOffset _signedAt;

    public AppJwt(IOptions<GitHubOptions> options, TimeProvider time)
    {
        var appId = options.Value.AppId ?? throw new InvalidOperationException("GitHub:AppId is not set");
        _issuer = appId.ToString(CultureInfo.InvariantCulture);
        _key.ImportFromPem(options.Value.PrivateKey);
        // The library keeps signers for the whole process, by key: one that outlives this object would sign with a disposed key.
        var signers = new CryptoProviderFactory { CacheSignatureProviders = false };
        _credentials = new SigningCredentials(new RsaSecurityKey(_key), SecurityAlgorithms.RsaSha256) { CryptoProviderFactory = signers };
        _time = time;
    }

    /// <summary>A token that is valid for at least a minute.</summary>
    public string Get()
    {
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            // A clock that was set back may have signed for a time that GitHub does not have yet.
            if (now < _signedAt || now >= _signedAt + RenewEvery)
            {
                var issuedAt = now - Backdated;
                var expires = issuedAt + Lifetime;
                _token = _writer.CreateToken(new SecurityTokenDescriptor
                {
                    Issuer = _issuer,
                    IssuedAt = issuedAt.UtcDateTime,
                    Expires = expires.UtcDateTime,
                    SigningCredentials = _credentials,
                });
                _signedAt = now;
            }

            return _token;
        }
    }

    public void Dispose() => _key.Dispose();
}
