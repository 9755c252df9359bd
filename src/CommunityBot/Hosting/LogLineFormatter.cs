using System.Globalization;
using System.Text;
using Serilog.Events;
using Serilog.Formatting;

namespace CommunityBot.Hosting;

/// <summary>Writes an event as one line, readable or JSON, without secrets. Nothing that is logged goes another way.</summary>
internal sealed class LogLineFormatter(ITextFormatter inner, SecretScrubber scrubber) : ITextFormatter
{
    public void Format(LogEvent logEvent, TextWriter output)
    {
        using var buffer = new StringWriter(CultureInfo.InvariantCulture);
        inner.Format(logEvent, buffer);
        output.WriteLine(OneLine(scrubber.Scrub(buffer.ToString().TrimEnd('\r', '\n'))));
    }

    // Whoever writes a title writes into the log as well: no line of it may look like another event.
    private static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\u0000', '\u001f') && !text.Contains('\u007f', StringComparison.Ordinal) && !text.AsSpan().ContainsAnyInRange('\u0080', '\u009f')
            && !text.AsSpan().ContainsAny('\u2028', '\u2029'))
        {
            return text;
        }

        var line = new StringBuilder(text.Length + 16);
        foreach (var letter in text)
        {
            _ = letter switch
            {
                '\n' => line.Append("\\n"),
                '\r' => line.Append("\\r"),
                '\t' => line.Append("\\t"),
                _ when char.IsControl(letter) || letter is '\u2028' or '\u2029' => line.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => line.Append(letter),
            };
        }

        return line.ToString();
    }
}
