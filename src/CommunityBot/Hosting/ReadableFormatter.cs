using System.Globalization;
using Serilog.Events;
using Serilog.Formatting;
using Serilog.Parsing;

namespace CommunityBot.Hosting;

/// <summary>An event for a person at a terminal: time, level, message, and of what goes wrong what it is about.</summary>
internal sealed class ReadableFormatter : ITextFormatter
{
    private static readonly string[] About = ["Delivery", "Event", "Installation", "Repository"];

    public void Format(LogEvent logEvent, TextWriter output)
    {
        output.Write(logEvent.Timestamp.ToString("HH:mm:ss ", CultureInfo.InvariantCulture));
        output.Write(logEvent.Level switch
        {
            LogEventLevel.Verbose or LogEventLevel.Debug => "debug ",
            LogEventLevel.Information => "",
            LogEventLevel.Warning => "warning ",
            _ => "ERROR ",
        });
        // Values as they are, without the quotes that Serilog puts around texts.
        foreach (var token in logEvent.MessageTemplate.Tokens)
        {
            if (token is PropertyToken property && logEvent.Properties.TryGetValue(property.PropertyName, out var value) && value is ScalarValue { Value: string text })
            {
                output.Write(text);
            }
            else
            {
                token.Render(logEvent.Properties, output, CultureInfo.InvariantCulture);
            }
        }

        if (logEvent.Level >= LogEventLevel.Warning)
        {
            WriteAbout(logEvent, output);
        }

        for (var fault = logEvent.Exception; fault is not null; fault = fault.InnerException)
        {
            output.Write($" | {fault.GetType().Name}: {fault.Message}");
        }

        if (logEvent.Exception is { StackTrace: { } stack } && logEvent.Level <= LogEventLevel.Debug)
        {
            output.Write(stack);
        }
    }

    // What goes well says itself what it is about.
    private static void WriteAbout(LogEvent logEvent, TextWriter output)
    {
        var about = About.Where(name => logEvent.Properties.ContainsKey(name) && !logEvent.MessageTemplate.Text.Contains($"{{{name}}}", StringComparison.Ordinal))
            .Select(name => $"{name.ToLowerInvariant()} {logEvent.Properties[name].ToString().Trim('"')}")
            .ToList();
        if (about.Count > 0)
        {
            output.Write($" [{string.Join(", ", about)}]");
        }
    }
}
