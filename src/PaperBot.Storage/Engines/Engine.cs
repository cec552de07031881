using System.Data.Common;

namespace PaperBot.Storage.Engines;

/// <summary>Connections of one engine, and what its exceptions mean.</summary>
internal abstract class Engine : IAsyncDisposable
{
    public abstract Dialect Dialect { get; }

    /// <summary>An open connection.</summary>
    public abstract ValueTask<DbConnection> RentAsync(CancellationToken cancellationToken);

    /// <summary>Takes a connection back; one that failed is closed.</summary>
    public abstract ValueTask ReturnAsync(DbConnection connection, bool failed);

    /// <summary>Begins a transaction that will write.</summary>
    public abstract ValueTask<DbTransaction> BeginAsync(DbConnection connection, CancellationToken cancellationToken);

    /// <summary>Waits for this process's turn to write; disposing ends it.</summary>
    public virtual ValueTask<IDisposable?> EnterAsync(CancellationToken cancellationToken) => default;

    /// <summary>What the exception means; null when it is a mistake in the program.</summary>
    public abstract Fault? FaultOf(Exception exception);

    /// <summary>Before the first script, outside a transaction.</summary>
    public virtual Task PrepareAsync(DbConnection connection, CancellationToken cancellationToken) =>
        Task.CompletedTask;

    public abstract ValueTask DisposeAsync();
}
