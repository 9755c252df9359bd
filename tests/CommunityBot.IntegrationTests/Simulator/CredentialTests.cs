using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CommunityBot.IntegrationTests.Simulator;

public sealed class CredentialTests : IAsyncLifetime
{
    private const string Listing = "repos/octo/hello/issues";

    private readonly RSA _key = RSA.Create();
    private Caller _caller = null!;

    public async ValueTask InitializeAsync()
    {
        _caller = await Caller.StartAsync();
        _key.ImportFromPem(_caller.GitHub.PrivateKeyPem);
    }

    public ValueTask DisposeAsync()
    {
        _key.Dispose();
        return _caller.DisposeAsync();
    }

    [Fact]
    public async Task A_token_is_good_for_an_hour()
    {
        Assert.Equal(200, await _caller.GetStatusAsync(Listing));
        _caller.Time.Advance(TimeSpan.FromMinutes(60) - TimeSpan.FromSeconds(1));
        Assert.Equal(200, await _caller.GetStatusAsync(Listing));

        _caller.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(401, await _caller.GetStatusAsync(Listing));
    }

    [Fact]
    public async Task A_revoked_token_and_a_made_up_one_are_bad()
    {
        _caller.GitHub.RevokeTokens();
        Assert.Equal(401, await _caller.GetStatusAsync(Listing));

        _caller.Present("ghs_made_up");
        Assert.Equal(401, await _caller.GetStatusAsync(Listing));
    }

    [Fact]
    public async Task A_token_opens_nothing_of_another_installation()
    {
        _caller.Present(_caller.GitHub.IssueToken(_caller.GitHub.AddInstallation("another")));

        Assert.Equal(404, await _caller.GetStatusAsync(Listing));
    }

    /// <summary>When the App's token was issued and when it ends, in seconds from now; and what GitHub answers.</summary>
    [Theory]
    [InlineData(-60, 540, 200)]
    [InlineData(0, 600, 200)]
    [InlineData(1, 600, 401)]
    [InlineData(0, 601, 401)]
    [InlineData(-600, -1, 401)]
    [InlineData(-600, 0, 401)]
    [InlineData(120, 600, 401)]
    [InlineData(0, 1200, 401)]
    public async Task The_times_of_the_Apps_own_token_are_checked(int issuedIn, int endsIn, int expected)
    {
        _caller.Present(Sign(_key, issuedIn, endsIn));

        Assert.Equal(expected, await _caller.GetStatusAsync("app"));
        Assert.Equal(expected, await _caller.GetStatusAsync($"app/installations/{_caller.Installation.Id}"));
    }

    [Fact]
    public async Task Another_key_another_App_and_no_token_at_all_are_not_the_App()
    {
        using var other = RSA.Create(2048);
        var good = Sign(_key, 0, 600);
        foreach (var token in new[] { Sign(other, 0, 600), good[..^4], good + "x", "a.b.c", _caller.GitHub.IssueToken(_caller.Installation) })
        {
            _caller.Present(token);
            Assert.Equal(401, await _caller.GetStatusAsync("app"));
        }

        // GitHub looks for the App first.
        _caller.Present(Sign(_key, 0, 600, issuer: "13"));
        Assert.Equal(404, await _caller.GetStatusAsync("app"));
    }

    [Fact]
    public async Task The_Apps_own_token_opens_no_repository()
    {
        _caller.Present(Sign(_key, 0, 600));

        Assert.Equal(401, await _caller.GetStatusAsync(Listing));
    }

    private string Sign(RSA key, int issuedIn, int endsIn, string? issuer = null)
    {
        var now = _caller.Time.GetUtcNow().ToUnixTimeSeconds();
        var claims = new JsonObject { ["iat"] = now + issuedIn, ["exp"] = now + endsIn, ["iss"] = issuer ?? $"{_caller.GitHub.AppId}" };
        var text = $"{Encode("""{"alg":"RS256","typ":"JWT"}""")}.{Encode(claims.ToJsonString())}";
        return $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
