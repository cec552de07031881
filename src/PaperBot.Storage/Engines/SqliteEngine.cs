using System.Collections.Concurrent;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace PaperBot.Storage.Engines;

/// <summary>
/// One SQLite file in WAL mode. The connections are pooled here and not by the provider, so that none outlives the
/// engine. Writers of this process take turns; other processes are waited for by SQLite itself, then by
/// <see cref="Patience"/>.
/// </summary>
internal sealed class SqliteEngine : Engine
{
    private const int MostIdle = 8;

    // busy_timeout: SQLite's own wait, in steps of up to 100 ms; the provider's time-out must not add a second wait.
    // synchronous NORMAL: a killed process loses nothing, a power cut may lose the last moments, the file stays whole.
    // secure_delete: what somebody had erased is overwritten.
    private const string EachConnection =
        "PRAGMA busy_timeout = 1000; PRAGMA synchronous = NORMAL; PRAGMA secure_delete = ON;";
    private const int ProviderSeconds = 1;

    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly string _connectionString;
    private readonly string _pragmas;
    private bool _disposed;

    public SqliteEngine(string file, string pragmas = "")
    {
        File = file;
        _pragmas = EachConnection + pragmas;
        _connectionString = new SqliteConnectionStringBuilder
        {
            DataSource = file,
            Pooling = false,
            DefaultTimeout = ProviderSeconds,
        }.ConnectionString;
    }

    /// <summary>The database's full path.</summary>
    public string File { get; }

    public override Dialect Dialect => Dialect.Sqlite;

    public override ValueTask<DbConnection> RentAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        cancellationToken.ThrowIfCancellationRequested();
        return new(_idle.TryTake(out var connection) ? connection : Open());
    }

    public override ValueTask ReturnAsync(DbConnection connection, bool failed)
    {
        if (failed || _disposed || _idle.Count >= MostIdle)
            return connection.DisposeAsync();
        _idle.Add((SqliteConnection)connection);
        if (_disposed)
            CloseIdle();
        return default;
    }

    public override ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken) =>
        new(((SqliteConnection)connection).BeginTransaction(deferred: false));

    public override async ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        return new Turn(_turn);
    }

    public override Fault? FaultOf(Exception exception) =>
        exception switch
        {
            SqliteException sqlite => sqlite.SqliteErrorCode switch
            {
                SqliteCode.Busy or SqliteCode.Locked or SqliteCode.Protocol => Fault.Busy,
                SqliteCode.Full => Fault.Full,
                SqliteCode.ReadOnly or SqliteCode.CantOpen or SqliteCode.Perm or SqliteCode.Auth => Fault.Closed,
                SqliteCode.IoError or SqliteCode.Corrupt or SqliteCode.NotADatabase => Fault.Damaged,
                _ => null,
            },
            UnauthorizedAccessException => Fault.Closed,
            IOException => Fault.Closed,
            _ => null,
        };

    /// <summary>WAL is a property of the file; it is set once, while the file is empty.</summary>
    public override async Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        var session = new Session(connection, null, Dialect, cancellationToken);
        if (await session.FirstAsync<long>(Dialect.Foreign) == 0)
            await session.ExecuteAsync(
                $"PRAGMA journal_mode = WAL; PRAGMA application_id = {SqliteCode.ApplicationId}"
            );
    }

    public override ValueTask DisposeAsync()
    {
        _disposed = true;
        CloseIdle();
        return default;
    }

    private SqliteConnection Open()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        var connection = new SqliteConnection(_connectionString);
        try
        {
            connection.Open();
            connection.Execute(_pragmas);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Closes what is open and not in use, so that the file is free.</summary>
    public void CloseIdle()
    {
        while (_idle.TryTake(out var connection))
            connection.Dispose();
    }

    private sealed class Turn(SemaphoreSlim turn) : IDisposable
    {
        public void Dispose() => turn.Release();
    }
}
