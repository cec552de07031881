using PaperBot.Core.Queues;

namespace PaperBot.Testing.Queues;

/// <summary>A slot store with a switch: it works, throws, or never answers.</summary>
public sealed class FailingSlotStore(ISlotStore inner) : ISlotStore
{
    /// <summary>What happens before each question; the store works while this returns a completed task.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>Questions that were not answered.</summary>
    public int Failed { get; private set; }

    /// <summary>Every question throws.</summary>
    public void Throw() => Before = () => throw new IOException("disk I/O error");

    /// <summary>No question is answered.</summary>
    public void Hang() => Before = () => new TaskCompletionSource().Task;

    /// <summary>It works again.</summary>
    public void Work() => Before = () => Task.CompletedTask;

    public async Task<SlotGrant> TryTakeAsync(SlotRequest request, CancellationToken cancellationToken)
    {
        await WorksAsync();
        return await inner.TryTakeAsync(request, cancellationToken);
    }

    public async Task ReleaseAsync(SlotLease lease, DateTimeOffset? startedAt, CancellationToken cancellationToken)
    {
        await WorksAsync();
        await inner.ReleaseAsync(lease, startedAt, cancellationToken);
    }

    public async Task HoldBackAsync(string upstream, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await WorksAsync();
        await inner.HoldBackAsync(upstream, until, cancellationToken);
    }

    public async Task<SlotState> ReadAsync(string upstream, CancellationToken cancellationToken)
    {
        await WorksAsync();
        return await inner.ReadAsync(upstream, cancellationToken);
    }

    private async Task WorksAsync()
    {
        Failed++;
        await Before();
        Failed--;
    }
}
