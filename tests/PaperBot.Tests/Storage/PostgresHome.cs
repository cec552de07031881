using PaperBot.Storage.Engines;
using PaperBot.Testing.Storage;

namespace PaperBot.Tests.Storage;

/// <summary>A PostgreSQL database of a test class, emptied before each test.</summary>
public sealed class PostgresHome(PostgresCluster cluster) : StorageHome
{
    private string? _connectionString;

    public override string ConnectionString =>
        _connectionString ?? throw new InvalidOperationException("The database is not made yet.");

    /// <summary>Runs SQL past what is being tested.</summary>
    public Task<string> SqlAsync(string sql)
    {
        var name = ConnectionString.Split("Database=")[1].Split(';')[0];
        return cluster.SqlAsync(name, sql);
    }

    protected override async Task EmptyAsync()
    {
        if (_connectionString is null)
            _connectionString = await cluster.CreateDatabaseAsync();
        else
        {
            await StopAsync();
            await using var engine = new PostgresEngine(_connectionString);
            await using var connection = await engine.RentAsync(TestContext.Current.CancellationToken);
            await new Session(connection, null, engine.Dialect, TestContext.Current.CancellationToken).ExecuteAsync(
                "DROP SCHEMA public CASCADE; CREATE SCHEMA public"
            );
        }
    }
}
