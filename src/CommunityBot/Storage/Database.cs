using Microsoft.EntityFrameworkCore;

namespace CommunityBot.Storage;

/// <summary>
/// The database that everything durable is in. Reads see what was committed; writes run one after the other and share commits, and
/// a write has been made durable when its task completes.
/// </summary>
public abstract class Database : IAsyncDisposable
{
    /// <summary>Whether other processes may use it at the same time.</summary>
    public virtual bool IsShared => false;

    /// <summary>What it is and where, for the operator.</summary>
    public abstract string Place { get; }

    /// <summary>Commits made since it was opened; writes that waited together share one.</summary>
    public abstract long Commits { get; }

    /// <summary>Opens the database and brings its tables up to date.</summary>
    /// <exception cref="StorageException">It cannot be opened; the message says why and what to do.</exception>
    public abstract Task OpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens the database beside the service, which may have it open: nothing is made and nothing changed about the tables.</summary>
    /// <exception cref="StorageException">It cannot be opened, or its tables are not those of this version.</exception>
    public abstract Task AttachAsync(CancellationToken cancellationToken);

    /// <summary>Makes the tables, or brings them up to date, and returns the migrations that this took; none if they are.</summary>
    /// <exception cref="StorageException">That cannot be done; the message says why and what to do.</exception>
    public abstract Task<IReadOnlyList<string>> MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Writes everything as of now into a new file, whoever works on the database meanwhile.</summary>
    /// <exception cref="StorageException">That cannot be done; the message says why and what to do.</exception>
    public abstract Task BackUpAsync(string file, CancellationToken cancellationToken);

    /// <summary>Reads.</summary>
    public abstract Task<TResult> ReadAsync<TResult>(Func<Session, Task<TResult>> read);

    /// <summary>
    /// Writes. <paramref name="write"/> may run twice: when another write of the same commit fails, each is run again in a transaction of
    /// its own. It must do nothing but database work.
    /// </summary>
    /// <param name="write">The write.</param>
    /// <param name="order">What it is to come before.</param>
    public abstract Task<TResult> WriteAsync<TResult>(Func<Session, Task<TResult>> write, WriteOrder order = WriteOrder.Usual);

    /// <summary>Writes, with nothing to return.</summary>
    public Task WriteAsync(Func<Session, Task> write, WriteOrder order = WriteOrder.Usual) => WriteAsync<object?>(
        async session =>
        {
            await write(session);
            return null;
        },
        order);

    /// <summary>A context for queries that are not on the hot path; the caller disposes of it.</summary>
    public abstract BotDbContext CreateContext();

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();

    /// <summary>The migrations that the tables lack.</summary>
    protected async Task<IReadOnlyList<string>> PendingAsync(CancellationToken cancellationToken)
    {
        await using var context = CreateContext();
        return [.. await context.Database.GetPendingMigrationsAsync(cancellationToken)];
    }

    /// <summary>Throws if the tables are not those of this version.</summary>
    protected async Task ThrowIfOutdatedAsync(string name, CancellationToken cancellationToken)
    {
        if (await PendingAsync(cancellationToken) is { Count: > 0 } pending)
        {
            throw new StorageException($"ConnectionStrings:CommunityBot: the tables in {name} lack {string.Join(", ", pending)}. Run communitybot migrate first.");
        }
    }
}
