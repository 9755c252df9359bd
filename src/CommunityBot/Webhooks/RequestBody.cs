using System.Buffers;

namespace CommunityBot.Webhooks;

/// <summary>A request's body in memory that grows with what really arrives; what the request claims counts only when its body has turned out to be large.</summary>
public struct RequestBody : IDisposable
{
    /// <summary>
    /// Largest buffer that comes from the pool and counts for nothing: as many as there may be connections are no more than what the budget is. The pool keeps what it was given, which larger
    /// ones are too rare for; they are taken from the budget.
    /// </summary>
    public const int MostPooled = 256 * 1024;

    /// <summary>Fits nearly every delivery without growing.</summary>
    private const int FirstSize = 32 * 1024;

    private readonly BodyBudget _budget;
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
    private int _length;

    private RequestBody(BodyBudget budget) => _budget = budget;

    /// <summary>What came of reading.</summary>
    public enum Outcome
    {
        /// <summary>All of it is there.</summary>
        Whole,

        /// <summary>There is more of it than may be.</summary>
        TooLarge,

        /// <summary>Other large bodies have used up the budget.</summary>
        NoRoom,
    }

    /// <summary>What was read.</summary>
    public readonly ReadOnlySpan<byte> Span => _buffer.AsSpan(0, _length);

    /// <summary>Reads to the end, or one byte further than a limit.</summary>
    /// <param name="stream">The body.</param>
    /// <param name="claimed">Its length by the request; 0 if it says none.</param>
    /// <param name="limit">The most that it may be.</param>
    /// <param name="budget">What a large one is taken from.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<(RequestBody Body, Outcome Outcome)> ReadAsync(Stream stream, long claimed, int limit, BodyBudget budget, CancellationToken cancellationToken)
    {
        var body = new RequestBody(budget);
        try
        {
            while (body._length <= limit)
            {
                if (body._length == body._buffer.Length && !body.TryGrow(claimed, limit))
                {
                    return (body, Outcome.NoRoom);
                }

                var read = await stream.ReadAsync(body._buffer.AsMemory(body._length), cancellationToken);
                if (read == 0)
                {
                    return (body, Outcome.Whole);
                }

                body._length += read;
            }

            return (body, Outcome.TooLarge);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <summary>Reads to the end and keeps nothing; false if there is more than <paramref name="limit"/>.</summary>
    public static async Task<bool> FitsAsync(Stream stream, int limit, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(FirstSize);
        try
        {
            var (length, read) = (0, 0);
            do
            {
                read = await stream.ReadAsync(buffer, cancellationToken);
                length += read;
            }
            while (read > 0 && length <= limit);

            return length <= limit;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <inheritdoc/>
    public readonly void Dispose()
    {
        if (_buffer.Length > MostPooled)
        {
            _budget.Return(_buffer.Length);
        }
        else
        {
            ArrayPool<byte>.Shared.Return(_buffer);
        }
    }

    private bool TryGrow(long claimed, int limit)
    {
        // One byte more, to meet the end. A large one is made whole at once: the garbage of growing would be as much again, and is not counted.
        var size = (int)Math.Min(_buffer.Length < MostPooled ? _buffer.Length * 2 : Math.Max(_buffer.Length * 2, claimed + 1), limit + 1);
        if (size > MostPooled && !_budget.TryTake(size))
        {
            return false;
        }

        var larger = size > MostPooled ? GC.AllocateUninitializedArray<byte>(size) : ArrayPool<byte>.Shared.Rent(size);
        Span.CopyTo(larger);
        Dispose();
        _buffer = larger;
        return true;
    }
}
