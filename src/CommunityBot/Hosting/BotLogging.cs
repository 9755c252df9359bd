using Serilog;
using Serilog.Events;
using Serilog.Formatting;

namespace CommunityBot.Hosting;

/// <summary>Logging: to standard output, one line for each event, and nothing secret in it.</summary>
public static class BotLogging
{
    /// <summary>What the framework logs before it throws what keeps it from starting.</summary>
    private const string StartFailed = "Hosting failed to start";

    /// <summary>Levels that hold unless <c>Logging:LogLevel</c> says otherwise: what the frameworks tell of every request is noise here.</summary>
    private static readonly Dictionary<string, LogEventLevel> Levels = new()
    {
        ["Default"] = LogEventLevel.Information,
        ["Microsoft"] = LogEventLevel.Warning,

        // A warning for each connection that is one too many: whoever opens them would fill the log.
        ["Microsoft.AspNetCore.Server.Kestrel.Connections"] = LogEventLevel.Error,
        // Keys for forms are not encrypted in the database, which holds what they protect, too.
        ["Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager"] = LogEventLevel.Error,
        // An error for each cookie that is made up or older than the keys: a new one takes its place, and whoever makes them up would fill the log. And a warning for each page with a form, that what
        // it says of caches, which is not to keep it, was replaced by the same in other words.
        ["Microsoft.AspNetCore.Antiforgery.DefaultAntiforgery"] = LogEventLevel.Fatal,
        ["Microsoft.Hosting.Lifetime"] = LogEventLevel.Information,
        ["System.Net.Http"] = LogEventLevel.Warning,
        ["Polly"] = LogEventLevel.Warning,
    };

    /// <summary>Replaces the host's logging. JSON is written in a container, and where <c>Logging:Format</c> is <c>json</c>.</summary>
    /// <param name="builder">The host.</param>
    /// <param name="scrubber">What takes secrets out.</param>
    /// <param name="to">Where to write; standard output if null.</param>
    public static WebApplicationBuilder AddBotLogging(this WebApplicationBuilder builder, SecretScrubber scrubber, TextWriter? to = null)
    {
        var configuration = builder.Configuration;
        var isJson = (configuration["Logging:Format"] ?? (configuration["DOTNET_RUNNING_IN_CONTAINER"] == "true" ? "json" : "")).Equals("json", StringComparison.OrdinalIgnoreCase);
        ITextFormatter formatter = new LogLineFormatter(isJson ? new JsonLineFormatter() : new ReadableFormatter(), scrubber);

        // What keeps the service from starting is said once, by the command that ends with it.
        var logging = new LoggerConfiguration().Enrich.FromLogContext().Filter.ByExcluding(logged => logged.MessageTemplate.Text == StartFailed);
        var levels = new Dictionary<string, LogEventLevel>(Levels, StringComparer.OrdinalIgnoreCase);
        foreach (var level in configuration.GetSection("Logging:LogLevel").GetChildren())
        {
            levels[level.Key] = ToLevel(level.Value);
        }

        foreach (var (category, level) in levels)
        {
            _ = category.Equals("Default", StringComparison.OrdinalIgnoreCase) ? logging.MinimumLevel.Is(level) : logging.MinimumLevel.Override(category, level);
        }

        // The host's own filters would hide what the levels above let through.
        builder.Logging.ClearProviders().SetMinimumLevel(LogLevel.Trace);
        builder.Logging.AddSerilog(logging.WriteTo.Sink(new LineSink(formatter, to ?? Console.Out)).CreateLogger(), dispose: true);
        return builder;
    }

    private static LogEventLevel ToLevel(string? name) => Enum.TryParse<LogLevel>(name, ignoreCase: true, out var level)
        ? level switch
        {
            LogLevel.Trace => LogEventLevel.Verbose,
            LogLevel.Debug => LogEventLevel.Debug,
            LogLevel.Information => LogEventLevel.Information,
            LogLevel.Warning => LogEventLevel.Warning,
            LogLevel.Error => LogEventLevel.Error,
            LogLevel.None => LevelAlias.Off,
            _ => LogEventLevel.Fatal,
        }
        : LogEventLevel.Information;
}
