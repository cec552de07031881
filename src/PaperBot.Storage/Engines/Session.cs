using System.Data.Common;
using Dapper;

namespace PaperBot.Storage.Engines;

/// <summary>A connection, and a transaction when it writes, for one piece of work.</summary>
internal sealed class Session(
    DbConnection connection,
    DbTransaction? transaction,
    Dialect dialect,
    CancellationToken cancellationToken
)
{
    public Dialect Dialect => dialect;

    public async Task<List<T>> ListAsync<T>(string sql, object? values = null) =>
        (await connection.QueryAsync<T>(Command(sql, values))).AsList();

    public Task<T?> FirstAsync<T>(string sql, object? values = null) =>
        connection.QueryFirstOrDefaultAsync<T>(Command(sql, values));

    public Task<int> ExecuteAsync(string sql, object? values = null) => connection.ExecuteAsync(Command(sql, values));

    private CommandDefinition Command(string sql, object? values) =>
        new(sql, values, transaction, cancellationToken: cancellationToken);
}
