using CommunityBot.BrowserTests.Browsing;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace CommunityBot.BrowserTests.Browsing;

/// <summary>One browser for all tests: Debian's Chromium, or a Chrome that is there anyway. It starts when it is first asked for and ends with the tests.</summary>
public sealed class Chromium : IAsyncDisposable
{
    private static readonly string? Program = Array.Find(["/usr/bin/chromium", "/usr/bin/google-chrome"], File.Exists);

    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> Started = new(StartAsync);

    /// <summary>The browser. Where it is not installed the test is skipped, but fails where CI has to have it.</summary>
    public static async Task<IBrowser> GetAsync()
    {
        if (Program is null)
        {
            const string Why = "Chromium is not installed: apt-get install chromium";
            Assert.False(Environment.GetEnvironmentVariable("CI") == "true", Why);
            Assert.Skip(Why);
        }

        return (await Started.Value).Browser;
    }

    /// <summary>Ends the browser, if it was started.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Started.IsValueCreated)
        {
            var (driver, browser) = await Started.Value;
            await browser.DisposeAsync();
            driver.Dispose();
        }
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        // Reached only when something is wrong: other tests use the processors, too.
        Assertions.SetDefaultExpectTimeout(30_000);
        var driver = await Playwright.CreateAsync();

        // Its sandbox needs rights that root in a container lacks, and it sees nothing here but our own pages.
        return (driver, await driver.Chromium.LaunchAsync(new() { ExecutablePath = Program, ChromiumSandbox = false }));
    }
}
