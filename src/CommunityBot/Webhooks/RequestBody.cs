using System.Buffers;

namespace CommunityBot.Webhooks;

/// <summary>A request's body in pooled memory that grows with what really arrives, not with what the request claims.</summary>
internal struct RequestBody : IDisposable
{
    /// <summary>Fits nearly every delivery without growing.</summary>
    private const int FirstSize = 32 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _length;

    public RequestBody()
    {
    }

    public readonly ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <summary>Reads to the end, or one byte further than <paramref name="limit"/>; false if there is more than that.</summary>
    public static async Task<(RequestBody Body, bool Fits)> ReadAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var body = new RequestBody();
        try
        {
            while (body._length <= limit)
            {
                if (body._length == body._buffer.Length)
                {
                    body.Grow();
                }

                var read = await stream.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken);
                if (read == 0)
                {
                    return (body, true);
                }

                body._length += read;
            }

            return (body, false);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    public readonly void Dispose() => ArrayPool<byte>.Shared.Return(_buffer);

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
        Span.CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
