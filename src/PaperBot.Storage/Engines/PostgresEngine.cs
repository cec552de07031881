using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace PaperBot.Storage.Engines;

/// <summary>A PostgreSQL database, with the provider's pool.</summary>
internal sealed class PostgresEngine : Engine
{
    private readonly NpgsqlDataSource _source;

    public PostgresEngine(string connectionString)
    {
        // What the operator set stays; the provider's own builder cannot tell what was set.
        var given = new DbConnectionStringBuilder { ConnectionString = connectionString };
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.ApplicationName ??= "paperbot";
        if (!given.ContainsKey("Timeout"))
            settings.Timeout = 5;
        if (!given.ContainsKey("Command Timeout"))
            settings.CommandTimeout = 20;
        _source = NpgsqlDataSource.Create(settings);
    }

    public override Dialect Dialect => Dialect.Postgres;

    public override async ValueTask<DbConnection> RentAsync(CancellationToken cancellationToken) =>
        await _source.OpenConnectionAsync(cancellationToken);

    public override ValueTask ReturnAsync(DbConnection connection, bool failed) => connection.DisposeAsync();

    public override ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(cancellationToken);

    public override Fault? FaultOf(Exception exception) =>
        exception switch
        {
            PostgresException postgres => FaultOf(postgres.SqlState),
            NpgsqlException { InnerException: TimeoutException } => Fault.Busy,
            NpgsqlException => Fault.Unreachable,
            SocketException => Fault.Unreachable,
            TimeoutException => Fault.Busy,
            _ => null,
        };

    public override ValueTask DisposeAsync() => _source.DisposeAsync();

    // https://www.postgresql.org/docs/15/errcodes-appendix.html
    private static Fault? FaultOf(string state) =>
        state switch
        {
            PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected => Fault.Busy,
            PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled => Fault.Busy,
            PostgresErrorCodes.TooManyConnections => Fault.Busy,
            PostgresErrorCodes.DiskFull => Fault.Full,
            PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown => Fault.Unreachable,
            PostgresErrorCodes.CannotConnectNow => Fault.Unreachable,
            PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword => Fault.Closed,
            PostgresErrorCodes.InvalidAuthorizationSpecification => Fault.Closed,
            PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction => Fault.Closed,
            PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => Fault.Damaged,
            _ when state.StartsWith("08", StringComparison.Ordinal) => Fault.Unreachable,
            _ => null,
        };
}
