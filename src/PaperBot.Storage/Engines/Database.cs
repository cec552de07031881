using PaperBot.Storage.Migrations;

namespace PaperBot.Storage.Engines;

/// <summary>
/// What all stores work on: it opens and migrates the database at the first use, runs each piece of work on a
/// connection of its own, and tries again while that may help.
/// </summary>
internal sealed class Database(Engine engine, Migrator migrator, Patience patience) : IAsyncDisposable
{
    private readonly SemaphoreSlim _opening = new(1, 1);
    private bool _opened;

    public Engine Engine => engine;

    /// <summary>Reads, outside a transaction: each statement sees one state, two statements may see two.</summary>
    public async Task<T> ReadAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        return await patience.RunAsync(engine, () => OnceAsync(work, cancellationToken), cancellationToken);
    }

    /// <summary>Writes, all or nothing. The work may be run more than once.</summary>
    public async Task<T> WriteAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        await OpenAsync(cancellationToken);
        return await patience.RunAsync(
            engine,
            () => OnceInTransactionAsync(work, cancellationToken),
            cancellationToken
        );
    }

    /// <summary>Opens and migrates; without effect after the first time.</summary>
    public async ValueTask OpenAsync(CancellationToken cancellationToken)
    {
        if (Volatile.Read(ref _opened))
            return;
        await _opening.WaitAsync(cancellationToken);
        try
        {
            if (_opened)
                return;
            await patience.RunAsync(engine, () => MigrateAsync(cancellationToken), cancellationToken);
            Volatile.Write(ref _opened, true);
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Another database was put in place: the next use looks at it anew.</summary>
    public void Reopen() => Volatile.Write(ref _opened, false);

    public ValueTask DisposeAsync()
    {
        _opening.Dispose();
        return engine.DisposeAsync();
    }

    private async Task<T> OnceAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        var connection = await engine.RentAsync(cancellationToken);
        var failed = true;
        try
        {
            var result = await work(new Session(connection, null, engine.Dialect, cancellationToken));
            failed = false;
            return result;
        }
        finally
        {
            await engine.ReturnAsync(connection, failed);
        }
    }

    private async Task<T> OnceInTransactionAsync<T>(Func<Session, Task<T>> work, CancellationToken cancellationToken)
    {
        using var turn = await engine.EnterAsync(cancellationToken);
        var connection = await engine.RentAsync(cancellationToken);
        var failed = true;
        try
        {
            await using var transaction = await engine.BeginAsync(connection, cancellationToken);
            var result = await work(new Session(connection, transaction, engine.Dialect, cancellationToken));
            await CommitAsync(transaction);
            failed = false;
            return result;
        }
        finally
        {
            await engine.ReturnAsync(connection, failed);
        }
    }

    // Not cancelled: a commit is done or not, and who gave up must not leave it open which.
    private async Task CommitAsync(System.Data.Common.DbTransaction transaction)
    {
        try
        {
            await transaction.CommitAsync(CancellationToken.None);
        }
        catch (Exception exception) when (engine.FaultOf(exception) is Fault.Unreachable)
        {
            throw new UncertainCommitException(exception);
        }
    }

    private async Task<bool> MigrateAsync(CancellationToken cancellationToken)
    {
        var connection = await engine.RentAsync(cancellationToken);
        var failed = true;
        try
        {
            await migrator.RunAsync(engine, connection, cancellationToken);
            failed = false;
            return true;
        }
        finally
        {
            await engine.ReturnAsync(connection, failed);
        }
    }
}
