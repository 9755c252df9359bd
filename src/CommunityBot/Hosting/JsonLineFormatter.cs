using Serilog.Events;
using Serilog.Formatting;
using Serilog.Formatting.Compact;

namespace CommunityBot.Hosting;

/// <summary>An event for a machine: compact JSON, an exception as its types and messages and, unless it is for debugging, without its stack.</summary>
internal sealed class JsonLineFormatter : ITextFormatter
{
    private readonly CompactJsonFormatter _json = new();

    public void Format(LogEvent logEvent, TextWriter output)
    {
        if (logEvent.Exception is null || logEvent.Level <= LogEventLevel.Debug)
        {
            _json.Format(logEvent, output);
            return;
        }

        var faults = new List<string>();
        for (var fault = logEvent.Exception; fault is not null; fault = fault.InnerException)
        {
            faults.Add($"{fault.GetType().Name}: {fault.Message}");
        }

        var bare = new LogEvent(
            logEvent.Timestamp, logEvent.Level, exception: null, logEvent.MessageTemplate,
            [.. logEvent.Properties.Select(property => new LogEventProperty(property.Key, property.Value)), new("Fault", new ScalarValue(string.Join(" | ", faults)))]);
        _json.Format(bare, output);
    }
}
