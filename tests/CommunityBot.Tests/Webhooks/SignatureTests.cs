using System.Security.Cryptography;
using System.Text;
using CommunityBot.Hosting;
using CommunityBot.Webhooks;
using CsCheck;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace CommunityBot.Tests.Webhooks;

public sealed class SignatureTests
{
    private const string Secret = "It's a Secret to Everybody";

    private static readonly byte[] Body = "Hello, World!"u8.ToArray();

    [Fact]
    public void Accepts_the_vector_that_GitHub_documents() =>
        Assert.True(With(Secret).Signs("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17", Body));

    [Fact]
    public void Accepts_capital_digits() =>
        Assert.True(With(Secret).Signs("sha256=757107EA0EB2509FC211221CCE984B8A37570B6D7586C22C46F4379C8B043E17", Body));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("sha1=757107ea0eb2509fc211221cce984b8a37570b6d")]
    [InlineData("sha256=")]
    [InlineData("sha256=757107ea")]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17a")]
    [InlineData("sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e1700")]
    [InlineData("sha256=zz7107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    [InlineData("SHA256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17")]
    public void Refuses_what_is_no_signature(string? header) => Assert.False(With(Secret).Signs(header, Body));

    [Fact]
    public void Accepts_either_secret_while_one_is_rotated()
    {
        var signature = With("new", "old");

        Assert.True(signature.Signs(Sign("new", Body), Body));
        Assert.True(signature.Signs(Sign("old", Body), Body));
        Assert.False(signature.Signs(Sign("other", Body), Body));
    }

    [Fact]
    public void Accepts_every_body_that_was_signed_and_none_that_was_changed() =>
        Gen.Select(Gen.Byte.Array[1, 200], Gen.String[1, 40], Gen.Int[0, 199], Gen.Byte[1, 255]).Sample((body, secret, at, change) =>
        {
            var header = Sign(secret, body);
            Assert.True(With(secret).Signs(header, body));

            body[at % body.Length] ^= change;
            Assert.False(With(secret).Signs(header, body));
        });

    private static Signature With(string secret, string? previous = null) =>
        new(Options.Create(new GitHubOptions { WebhookSecret = secret, WebhookSecretPrevious = previous }), TimeProvider.System, NullLogger<Signature>.Instance);

    private static string Sign(string secret, byte[] body) =>
        $"sha256={Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), body))}";
}
