using System.Security.Cryptography;
using System.Text;

namespace CommunityBot.Hosting;

/// <summary>Reads the App's private key in the forms that operators have it in.</summary>
internal static class PrivateKey
{
    /// <summary>The smallest key that counts as safe; GitHub makes keys of 2,048 bits.</summary>
    private const int LeastBits = 2048;

    /// <summary>The key as PEM, or null if it is no RSA private key.</summary>
    public static string? Normalise(string text)
    {
        var pem = text.Replace("\\r", "", StringComparison.Ordinal).Replace("\\n", "\n", StringComparison.Ordinal);
        if (!pem.Contains("-----BEGIN", StringComparison.Ordinal) && FromBase64(pem) is { } decoded)
        {
            pem = decoded;
        }

        try
        {
            using var key = RSA.Create();
            key.ImportFromPem(pem);

            // A public key imports as well, but cannot sign.
            _ = key.ExportParameters(includePrivateParameters: true);
            return key.KeySize >= LeastBits ? pem : null;
        }
        catch (Exception fault) when (fault is ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    private static string? FromBase64(string text)
    {
        try
        {
            return Encoding.UTF8.GetString(Convert.FromBase64String(text));
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
