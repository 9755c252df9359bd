using System.Text;

namespace CommunityBot.Messages;

/// <summary>Gathers what a template prints and stops it at a limit, before memory does.</summary>
internal sealed class LimitedWriter(int limit) : TextWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>The fault of what is longer than the limit.</summary>
    public static TemplateException TooLong(int limit) => new($"The message is longer than {limit} characters");

    public override Encoding Encoding => Encoding.Unicode;

    public override void Write(char value)
    {
        Make(1);
        _text.Append(value);
    }

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(ReadOnlySpan<char> buffer)
    {
        Make(buffer.Length);
        _text.Append(buffer);
    }

    // The base class would move these to another thread.
    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(string? value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer, index, count);
        return Task.CompletedTask;
    }

    public override Task FlushAsync() => Task.CompletedTask;

    public override string ToString() => _text.ToString();

    private void Make(int more)
    {
        if (_text.Length + more > limit)
        {
            throw TooLong(limit);
        }
    }
}
