using System.Security.Cryptography;

namespace CommunityBot.IntegrationTests.Host;

/// <summary>A private key for the App of all tests, since making one takes its time.</summary>
internal static class TestKey
{
    public static readonly string Pem = Make();

    private static string Make()
    {
        using var key = RSA.Create(2048);
        return key.ExportRSAPrivateKeyPem();
    }
}
