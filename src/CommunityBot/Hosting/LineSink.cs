using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting;

namespace CommunityBot.Hosting;

/// <summary>Writes lines one after the other, until it is disposed of.</summary>
internal sealed class LineSink(ITextFormatter formatter, TextWriter output) : ILogEventSink, IDisposable
{
    private readonly Lock _lock = new();
    private bool _ended;

    public void Emit(LogEvent logEvent)
    {
        using var line = new StringWriter(System.Globalization.CultureInfo.InvariantCulture);
        formatter.Format(logEvent, line);
        lock (_lock)
        {
            if (!_ended)
            {
                output.Write(line.ToString());
                output.Flush();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _ended = true;
        }
    }
}
