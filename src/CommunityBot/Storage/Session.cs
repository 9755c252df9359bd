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

    private readonly List<Posted> _posted = [];

    private DbBatch? _batch;

    /// <summary>Whether the connection is lost.</summary>
    public bool IsBroken => connection.State != ConnectionState.Open;

    /// <summary>Has replicas take turns until the transaction ends.</summary>
    internal Task TakeTurnAsync() => takeTurn is null ? Task.CompletedTask : ExecuteAsync(takeTurn);

    /// <summary>
    /// Runs a statement of which nothing needs to be known before the transaction is committed. A server is sent what was posted together, at the latest with the next statement of another kind: each
    /// question is a round trip. What is wrong with it is thrown there.
    /// </summary>
    public async Task<Posted> PostAsync(string sql, params object?[] values)
    {
        if (!connection.CanCreateBatch)
        {
            return new() { Rows = await Bind(sql, values).ExecuteNonQueryAsync() };
        }

        _batch ??= connection.CreateBatch();
        var command = _batch.CreateBatchCommand();
        command.CommandText = sql;
        for (var i = 0; i < values.Length; i++)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = ($"@{i}", values[i] ?? DBNull.Value);
            command.Parameters.Add(parameter);
        }

        _batch.BatchCommands.Add(command);
        _posted.Add(new());
        return _posted[^1];
    }

    /// <summary>Runs a statement and returns the number of rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Bind(sql, values);
        return _batch is null ? command.ExecuteNonQueryAsync() : AfterPostedAsync(() => command.ExecuteNonQueryAsync());
    }

    /// <summary>Sends what was posted.</summary>
    internal async Task SendAsync()
    {
        if (_batch is null)
        {
            return;
        }

        await using var batch = _batch;
        var posted = _posted.ToArray();
        _batch = null;
        _posted.Clear();
        await batch.ExecuteNonQueryAsync();
        for (var i = 0; i < posted.Length; i++)
        {
            posted[i].Rows = batch.BatchCommands[i].RecordsAffected;
        }
    }

    /// <summary>Forgets what was posted and not sent.</summary>
    internal void Drop()
    {
        _batch?.Dispose();
        _batch = null;
        _posted.Clear();
    }

    /// <summary>Runs a statement and returns the first value of its first row, or <c>default</c> if there is none.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, params object?[] values)
    {
        await using var reader = await ReadAsync(sql, values);
        return await reader.ReadAsync() && !await reader.IsDBNullAsync(0) ? await reader.GetFieldValueAsync<T>(0) : default;
    }

    /// <summary>Runs a query; the caller disposes of the reader before the next call.</summary>
    public Task<DbDataReader> ReadAsync(string sql, params ReadOnlySpan<object?> values)
    {
        var command = Bind(sql, values);
        return _batch is null ? command.ExecuteReaderAsync() : AfterPostedAsync(() => command.ExecuteReaderAsync());
    }

    /// <summary>Runs many statements once.</summary>
    public async Task RunScriptAsync(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Drop();
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private async Task<T> AfterPostedAsync<T>(Func<Task<T>> run)
    {
        await SendAsync();
        return await run();
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
