using CommunityBot.Hosting;
using CsCheck;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace CommunityBot.Tests.Hosting;

public sealed class BotLoggingTests
{
    private const string Secret = "It's a \"Secret\" to \\ Everybody";
    private const string Key = "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEAxCanary0\nMoreOfTheCanaryKey11==\n-----END RSA PRIVATE KEY-----";

    private const string OtherKey =
        "-----BEGIN PRIVATE KEY-----\nMIIEpAIBAAOtherCanaryMIIEpAIBAAOtherCanaryMIIEpAIBAAOtherCanaryMIIE\nAnotherLineMIIEpAIBAAAnotherLineAnotherLine==\n-----END PRIVATE KEY-----";

    private static readonly string[] Formats = ["text", "json"];

    private static readonly string[] Canaries =
    [
        "ghs_16C7e42F292c6912E7710c838347Ae178B4a.cAnArY.with.dots_and_dashes-",
        "ghp_16C7e42F292c6912E7710c838347Ae178B4a",
        "github_pat_11ABCDEFG0abcdefghijkl_canary",
        "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiIxMiJ9.c2lnbmF0dXJlLWNhbmFyeQ",
        "sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17",
        "sha1=757107ea0eb2509fc211221cce984b8a37570b6d",
        Secret,
        "MIIEpAIBAAKCAQEAxCanary0",
        "MoreOfTheCanaryKey11==",
    ];

    public static TheoryData<string, string> FormatsAndCanaries => new(
        from format in Formats
        from canary in Canaries
        select (format, canary));

    [Theory]
    [MemberData(nameof(FormatsAndCanaries))]
    public void Nothing_secret_is_logged_whatever_way_it_comes(string format, string canary)
    {
        var output = Log(format, logger =>
        {
            using var scope = logger.BeginScope(new Dictionary<string, object> { ["Repository"] = canary, ["Other"] = canary });
#pragma warning disable CA2254, CA1848, CA1727, CA1873
            logger.LogInformation($"in the text {canary} of a message");
            logger.LogWarning("as a value {Value}", canary);
            logger.LogWarning("as an object {@Value}", new { Inner = new { canary, Url = new Uri($"https://example.org/?token={Uri.EscapeDataString("x")}") } });
            logger.LogError(new InvalidOperationException($"outer {canary}", new IOException($"inner {canary}")), "as a fault");
            logger.LogInformation("as headers {@Headers}", new Dictionary<string, string> { ["Authorization"] = $"Bearer {canary}", ["X-Hub-Signature-256"] = canary });
            logger.LogDebug(new InvalidOperationException(canary), "as a fault for debugging {Value}", canary);
#pragma warning restore CA2254, CA1848, CA1727, CA1873
        });

        Assert.Equal(6, output.Count(letter => letter == '\n'));
        Assert.DoesNotContain(canary, output, StringComparison.Ordinal);
        Assert.DoesNotContain(canary.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal), output, StringComparison.Ordinal);
        Assert.Contains(SecretScrubber.Mask, output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Authorization: Bearer abcdefghijklmnop")]
    [InlineData("Authorization: token abcdefghijklmnop")]
    [InlineData("Authorization: Basic abcdefghijklmnop")]
    [InlineData("{\"Authorization\":\"Bearer abcdefghijklmnop\"}")]
    [InlineData("Authorization=abcdefghijklmnop")]
    [InlineData("{\\\"Authorization\\\":\\\"Basic abcdefghijklmnop\\\"}")]
    [InlineData("https://somebody:abcdefghijklmnop@example.org/")]
    [InlineData("https://example.org/?client_secret=abcdefghijklmnop&state=1")]
    [InlineData("Host=db;Password=abcdefghijklmnop;Database=bot")]
    public void What_a_header_says_of_who_somebody_is_is_secret(string text) =>
        Assert.DoesNotContain("abcdefghijklmnop", new SecretScrubber([]).Scrub(text), StringComparison.Ordinal);

    [Theory]
    [InlineData("Said welcome.first-issue on octo/hello#7 https://github.com/octo/hello/issues/7#issuecomment-1")]
    [InlineData("Silent about issues.opened: it is older than the installation")]
    [InlineData("The token of an installation was renewed")]
    [InlineData("Unexpected token installation_id in keyJson of eyJafjalla/eyJokull")]
    [InlineData("Now listening on: http://127.0.0.1:8080, see https://example.org/@somebody")]
    public void Ordinary_lines_stay_as_they_are(string text) => Assert.Equal(text, new SecretScrubber([Secret]).Scrub(text));

    // Each way of writing a secret that is not of letters and digits alone, and each way of writing a key.
    [Fact]
    public void A_secret_is_found_however_it_is_written()
    {
        var pem = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(Key));
        string[] written =
        [
            System.Text.Json.JsonSerializer.Serialize(new { secret = Secret }),
            $"https://example.org/?state={Uri.EscapeDataString(Secret)}",
            pem,
            Key.ReplaceLineEndings("\\n"),
            Key.ReplaceLineEndings(" "),
            OtherKey,
            OtherKey.ReplaceLineEndings("\\n"),
            OtherKey.ReplaceLineEndings(" "),
            OtherKey[..120],
        ];
        string[] traces = ["Secret\"", "Secret\\", "Secret%22", "0022Secret", pem[20..40], "xCanary0", "CanaryKey11", "OtherCanary", "AnotherLine"];
        foreach (var (format, text) in Formats.SelectMany(format => written.Select(text => (format, text))))
        {
#pragma warning disable CA1848, CA1873
            var output = Log(format, logger =>
            {
                logger.LogInformation("as a value {Value}", text);
                logger.LogInformation("as an object {@Value}", new { Inner = new { text } });
            });
#pragma warning restore CA1848, CA1873

            Assert.All(traces, trace => Assert.DoesNotContain(trace, output, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void The_beginning_of_a_key_in_a_title_hides_nothing_else()
    {
        var scrubbed = new SecretScrubber([]).Scrub("Silent about -----BEGIN nothing----- by somebody in octo/hello");

        Assert.EndsWith("by somebody in octo/hello", scrubbed, StringComparison.Ordinal);
    }

    [Fact]
    public void A_token_is_found_wherever_it_stands() =>
        Gen.Select(Gen.String, Gen.String, Gen.Int[0, Canaries.Length - 1]).Sample((before, after, which) =>
            Assert.DoesNotContain(Canaries[which], new SecretScrubber([Secret, Key]).Scrub($"{before} {Canaries[which]} {after}"), StringComparison.Ordinal));

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public void An_event_is_one_line_whatever_it_says(string format) => Gen.String.Array[1, 3].Sample(
        texts =>
        {
#pragma warning disable CA1848, CA1873
            var output = Log(format, logger => logger.LogWarning(new InvalidOperationException(texts[0]), "a title {Title}\r\n", string.Join('\n', texts)));
#pragma warning restore CA1848, CA1873

            Assert.EndsWith("\n", output, StringComparison.Ordinal);
            Assert.DoesNotContain(output[..^1], letter => char.IsControl(letter) || letter is '\u2028' or '\u2029');
        },
        iter: 200);

    [Fact]
    public void A_stack_trace_is_for_debugging_only()
    {
        var fault = Assert.Throws<InvalidOperationException>(Fail);
#pragma warning disable CA1848, CA1873
        foreach (var format in Formats)
        {
            var output = Log(format, logger => logger.LogError(fault, "a fault"));
            Assert.Contains("InvalidOperationException: on purpose", output, StringComparison.Ordinal);
            Assert.DoesNotContain("   at ", output, StringComparison.Ordinal);
            Assert.DoesNotContain(nameof(Fail) + "()", output, StringComparison.Ordinal);
        }
#pragma warning restore CA1848, CA1873
    }

    [Fact]
    public void Frameworks_are_quiet_unless_they_are_asked()
    {
#pragma warning disable CA1848, CA1873
        static void Noise(ILogger logger) => logger.LogInformation("noise");
        static void Fatal(ILogger logger) => logger.LogCritical("noise");
#pragma warning restore CA1848, CA1873

        Assert.Empty(Log("text", Noise, category: "Microsoft.AspNetCore.Hosting.Diagnostics"));
        Assert.NotEmpty(Log("text", Noise, category: "Microsoft.Hosting.Lifetime"));
        Assert.NotEmpty(Log("text", Noise, category: "Microsoft.AspNetCore.Hosting.Diagnostics", "--Logging:LogLevel:Microsoft.AspNetCore", "Information"));
        Assert.Empty(Log("text", Noise, category: "CommunityBot", "--Logging:LogLevel:Default", "Warning"));
        Assert.Empty(Log("text", Fatal, category: "Loud.Library", "--Logging:LogLevel:Loud", "None"));
    }

    [Fact]
    public void A_page_with_a_form_leaves_no_line_whatever_cookie_comes()
    {
        using var output = new StringWriter();
        var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange", "false"]);
        builder.AddBotLogging(new SecretScrubber([]), output);
        builder.Services.AddAntiforgery(forms => forms.Cookie.Name = "form").AddDataProtection().UseEphemeralDataProtectionProvider();
        using var services = builder.Services.BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        http.Request.Headers.Cookie = "form=made-up";
        http.Response.Headers.CacheControl = "no-store";

        Assert.NotNull(services.GetRequiredService<IAntiforgery>().GetAndStoreTokens(http).CookieToken);
        Assert.Empty(output.ToString());
    }

    private static void Fail() => throw new InvalidOperationException("on purpose");

    private static string Log(string format, Action<ILogger> log, string category = "CommunityBot", params string[] settings)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var builder = WebApplication.CreateBuilder(
            ["--hostBuilder:reloadConfigOnChange", "false", "--Logging:Format", format, "--Logging:LogLevel:CommunityBot.Debug", "Debug", .. settings]);
        builder.AddBotLogging(new SecretScrubber([Secret, Key]), output);
        using (var services = builder.Services.BuildServiceProvider())
        {
            log(services.GetRequiredService<ILoggerFactory>().CreateLogger(category == "CommunityBot" && settings.Length == 0 ? "CommunityBot.Debug" : category));
        }

        return output.ToString();
    }
}
