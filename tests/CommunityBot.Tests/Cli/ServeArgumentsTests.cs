using CommunityBot.Cli;

namespace CommunityBot.Tests.Cli;

public sealed class ServeArgumentsTests
{
    [Theory]
    [InlineData]
    [InlineData("--urls", "http://127.0.0.1:0")]
    [InlineData("--bot:dryrun=true", "--GitHub:PrivateKey", "-----BEGIN RSA PRIVATE KEY-----")]
    [InlineData("--Kestrel:Endpoints:Https:Url", "https://*:443", "--Logging:LogLevel:Default", "Debug", "--environment", "Development", "--contentRoot", "/", "--http_ports", "8080")]
    public void Settings_are_taken(params string[] arguments) => Assert.Null(ServeArguments.FindProblem(arguments));

    [Theory]
    [InlineData(CommandLine.Usage, "\"bogus\" is no setting, see communitybot --help", "bogus")]
    [InlineData(CommandLine.Usage, "\"--bogus\" is no setting, see communitybot --help", "--bogus=1")]
    [InlineData(CommandLine.Usage, "\"--url\" is no setting, did you mean --urls?", "--url", "http://localhost")]
    [InlineData(CommandLine.Usage, "\"Bot:DryRun=true\" is no setting, did you mean --Bot:DryRun?", "Bot:DryRun=true")]
    [InlineData(CommandLine.Usage, "--Bot:DryRun has no value, write --Bot:DryRun VALUE", "--urls", "http://localhost", "--Bot:DryRun")]
    [InlineData(CommandLine.Problems, "-Bot:DryRun begins with one dash, write --Bot:DryRun", "-Bot:DryRun=true")]
    public void Everything_else_is_refused(int code, string line, params string[] arguments) => Assert.Equal((line, code), ServeArguments.FindProblem(arguments));

    [Fact]
    public void Settings_are_told_from_what_else_a_command_takes()
    {
        var (others, settings) = ServeArguments.Split(["deliveries", "--Storage:Provider", "Sqlite", "list", "--format", "json", "--ConnectionStrings:CommunityBot=Data Source=a.db", "--", "--a:b"]);

        Assert.Equal(["deliveries", "list", "--format", "json", "--", "--a:b"], others);
        Assert.Equal(["--Storage:Provider", "Sqlite", "--ConnectionStrings:CommunityBot=Data Source=a.db"], settings);
    }

    [Fact]
    public void A_value_is_not_printed() => Assert.DoesNotContain("hunter2", ServeArguments.FindProblem(["--GitHub:WebhookSecrt=hunter2"])?.Line, StringComparison.Ordinal);
}
