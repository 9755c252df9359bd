using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using CommunityBot.Hosting;

namespace CommunityBot.Web.Setup;

/// <summary>
/// What GitHub's <c>state</c> parameter carries there and back: at which GitHub the App is made. It is signed for one browser with a key of this process, so that nobody can have
/// somebody else's service take an App of theirs.
/// </summary>
public sealed class SetupState(TimeProvider time)
{
    /// <summary>As long as GitHub keeps what it sends back with it.</summary>
    internal static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private readonly byte[] _key = RandomNumberGenerator.GetBytes(HMACSHA256.HashSizeInBytes);

    /// <summary>Writes it.</summary>
    /// <param name="browser">The browser that it is for.</param>
    /// <param name="gitHub">Where the App is made.</param>
    public string Write(string browser, GitHubOptions gitHub)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(new(gitHub.ApiUrl, gitHub.ServerUrl, (time.GetUtcNow() + Lifetime).ToUnixTimeSeconds()), SetupStateContext.Default.Content);
        return $"{Base64Url.EncodeToString(content)}.{Base64Url.EncodeToString(Sign(browser, content))}";
    }

    /// <summary>Reads it.</summary>
    /// <returns>Where the App was made, and whether the hour is over; nothing if it is not what this process gave to the browser.</returns>
    public (GitHubOptions? GitHub, bool IsLate) Read(string browser, string? state)
    {
        try
        {
            if (state?.Split('.') is [var text, var signature] && Base64Url.DecodeFromChars(text) is var content
                && CryptographicOperations.FixedTimeEquals(Sign(browser, content), Base64Url.DecodeFromChars(signature)))
            {
                var read = JsonSerializer.Deserialize(content, SetupStateContext.Default.Content)!;
                return (new() { ApiUrl = read.ApiUrl, ServerUrl = read.ServerUrl }, time.GetUtcNow().ToUnixTimeSeconds() >= read.Until);
            }
        }
        catch (FormatException)
        {
        }

        return (null, false);
    }

    private byte[] Sign(string browser, byte[] content) => HMACSHA256.HashData(_key, (byte[])[.. Encoding.UTF8.GetBytes(browser), .. content]);

    /// <summary>What is in it.</summary>
    internal sealed record Content(Uri ApiUrl, Uri ServerUrl, long Until);
}

/// <summary>Reads and writes it without reflection.</summary>
[JsonSerializable(typeof(SetupState.Content))]
internal sealed partial class SetupStateContext : JsonSerializerContext;
