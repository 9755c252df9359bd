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

    /// <summary>Whether the connection is lost.</summary>
    public bool IsBroken => connection.State != ConnectionState.Open;

    /// <summary>Has replicas take turns until the transaction ends.</summary>
    internal Task TakeTurnAsync() => takeTurn is null ? Task.CompletedTask : ExecuteAsync(takeTurn);

    /// <summary>Runs a statement and returns the number of rows it changed.</summary>
    public Task<int> ExecuteAsync(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteNonQueryAsync();

    /// <summary>Runs a statement and returns the first value of its first row, or <c>default</c> if there is none.</summary>
    public async Task<T?> ScalarAsync<T>(string sql, params object?[] values)
    {
        await using var reader = await ReadAsync(sql, values);
        return await reader.ReadAsync() && !await reader.IsDBNullAsync(0) ? await reader.GetFieldValueAsync<T>(0) : default;
    }

    /// <summary>Runs a query; the caller disposes of the reader before the next call.</summary>
    public Task<DbDataReader> ReadAsync(string sql, params ReadOnlySpan<object?> values) => Bind(sql, values).ExecuteReaderAsync();

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
        foreach (var command in _prepared.Values)
        {
            await command.DisposeAsync();
        }

        await connection.DisposeAsync();
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
