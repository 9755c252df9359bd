using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace CommunityBot.Hosting;

/// <summary>Writes lines one after the other.</summary>
internal sealed class LineSink(ITextFormatter formatter, TextWriter output) : ILogEventSink
{
    private readonly Lock _lock = new();

    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        formatter.Format(logEvent, line);
        lock (_lock)
        {
            output.Write(line.ToString());
            output.Flush();
        }
    }
}
