using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace CommunityBot.Tests.GitHub;

public sealed class AppJwtTests
{
    [Fact]
    public async Task Token_names_the_app_is_backdated_and_ends_within_ten_minutes()
    {
        await using var bed = await GitHubBed.StartAsync();
        var now = bed.Time.GetUtcNow();

        var token = new JsonWebToken(bed.Jwt.Get());

        Assert.Equal("RS256", token.Alg);
        Assert.Equal("42", token.Issuer);
        Assert.Equal(now.AddSeconds(-60).UtcDateTime, token.IssuedAt);
        Assert.InRange(token.ValidTo, now.AddMinutes(1).UtcDateTime, now.AddMinutes(10).UtcDateTime);
        Assert.Equal(["exp", "iat", "iss"], token.Claims.Select(claim => claim.Type).Order());
    }

    [Fact]
    public async Task Signature_is_that_of_the_private_key()
    {
        await using var bed = await GitHubBed.StartAsync();
        using var key = RSA.Create();
        key.ImportFromPem(GitHubBed.PrivateKey);
        using var publicKey = RSA.Create(key.ExportParameters(includePrivateParameters: false));

        var parts = bed.Jwt.Get().Split('.');

        Assert.True(publicKey.VerifyData(
            Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64UrlEncoder.DecodeBytes(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
    }

    [Fact]
    public async Task Token_is_kept_until_shortly_before_its_end()
    {
        await using var bed = await GitHubBed.StartAsync();
        var first = bed.Jwt.Get();

        bed.Time.Advance(TimeSpan.FromMinutes(7));
        Assert.Same(first, bed.Jwt.Get());

        bed.Time.Advance(TimeSpan.FromMinutes(1.5));
        Assert.True(new JsonWebToken(bed.Jwt.Get()).ValidTo > new JsonWebToken(first).ValidTo);
    }

    [Fact]
    public async Task A_clock_that_is_set_back_leaves_no_token_from_the_future()
    {
        await using var bed = await GitHubBed.StartAsync();
        bed.Jwt.Get();

        bed.Time.AdjustTime(bed.Time.GetUtcNow().AddHours(-1));
        Assert.Equal(bed.Time.GetUtcNow().AddSeconds(-60).UtcDateTime, new JsonWebToken(bed.Jwt.Get()).IssuedAt);
    }
}
