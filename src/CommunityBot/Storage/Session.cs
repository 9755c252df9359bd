using System.Data;
using System.Data.Common;

namespace CommunityBot.Storage;

/// <summary>
/// One open connection with its prepared statements. Statements use <c>@0</c>, <c>@1</c>… for their values; preparing one costs more
/// than running it, so each text is prepared once and kept. Not safe for use by two at once.
/// </summary>
/// <param name="connection">The connection.</param>
/// <param name="takeTurn">The statement by which replicas take turns; null where there is only one process.</param>
public sealed class Session(DbConnection connection, string? takeTurn = null) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> _prepared = [];

    private DbBatch? _batch;

    /// <summary>Whether the connection is lost.</summary>
    public bool IsBroken => connection.State != ConnectionState.Open;

    /// <summary>Has replicas take turns until the transaction ends.</summary>
    internal Task TakeTurnAsync() => takeTurn is null ? Task.CompletedTask : ExecuteAsync(takeTurn);

    /// <summary>
    /// Runs a statement that returns no rows, and of which nothing needs to be known before the transaction is committed. Each question is a round trip to a server, so what is posted is sent with the next
    /// statement of another kind, or with the commit. What is wrong with it is thrown there.
    /// </summary>
    public async Task<Posted> PostAsync(string sql, params object?[] values)
    {
        if (!connection.CanCreateBatch)
        {
            return new(await Bind(sql, values).ExecuteNonQueryAsync());
        }

        _batch ??= connection.CreateBatch();
        return new(AddTo(_batch, sql, values));
    }

    /// <summary>Runs a statement and returns the number of rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> values) =>
        _batch is null ? Bind(sql, values).ExecuteNonQueryAsync() : ExecuteWithPostedAsync(AddTo(_batch, sql, values));

    /// <summary>Sends what was posted.</summary>
    internal Task SendAsync() => _batch is null ? Task.CompletedTask : TakeBatch(_batch).ExecuteNonQueryAsync();

    /// <summary>Forgets what was posted and not sent.</summary>
    internal void Drop() => _batch = null;

    /// <summary>Runs a statement and returns the first value of its first row, or <c>default</c> if there is none.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, params object?[] values)
    {
        await using var reader = await ReadAsync(sql, values);
        return await reader.ReadAsync() && !await reader.IsDBNullAsync(0) ? await reader.GetFieldValueAsync<T>(0) : default;
    }

    /// <summary>Runs a query; the caller disposes of the reader before the next call.</summary>
    public Task<DbDataReader> ReadAsync(string sql, params ReadOnlySpan<object?> values)
    {
        if (_batch is null)
        {
            return Bind(sql, values).ExecuteReaderAsync();
        }

        AddTo(_batch, sql, values);
        return TakeBatch(_batch).ExecuteReaderAsync();
    }

    /// <summary>Runs many statements once.</summary>
    public async Task RunScriptAsync(string sql, CancellationToken cancellationToken = default)
    {
        await SendAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private static DbBatchCommand AddTo(DbBatch batch, string sql, ReadOnlySpan<object?> values)
    {
        var command = batch.CreateBatchCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@{i}", values[i] ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        batch.BatchCommands.Add(command);
        return command;
    }

    private async Task<int> ExecuteWithPostedAsync(DbBatchCommand own)
    {
        await SendAsync();
        return own.RecordsAffected;
    }

    private DbBatch TakeBatch(DbBatch batch)
    {
        _batch = null;
        return batch;
    }

    private DbCommand Bind(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            for (var i = 0; i < values.Length; i++)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = $"@{i}";
                command.Parameters.Add(parameter);
            }

            _prepared.Add(sql, command);
        }

        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i] ?? DBNull.Value;
        }

        return command;
    }
}
