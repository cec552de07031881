using PaperBot.Core.Identity;
using PaperBot.Core.Requests;

namespace PaperBot.Testing.Requests;

/// <summary>Accepted requests in memory; it outlives the routers of a test as a database does.</summary>
public sealed class InMemoryAcceptedRequestStore(TimeProvider time) : IAcceptedRequestStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<RequestId, Row> _rows = [];

    /// <summary>Called before every operation with its name, outside the lock: throws or waits for a test.</summary>
    public Func<string, Task>? Before { get; set; }

    /// <summary>The ids that are not done.</summary>
    public IReadOnlyList<RequestId> Unfinished
    {
        get
        {
            lock (_gate)
                return [.. _rows.Where(pair => !pair.Value.IsDone).Select(pair => pair.Key)];
        }
    }

    public async Task<bool> TryAcceptAsync(
        AcceptedRequest request,
        string owner,
        TimeSpan lease,
        CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(request);
        await BeforeAsync(nameof(TryAcceptAsync));
        lock (_gate)
            return _rows.TryAdd(request.Id, new Row(request, owner, time.GetUtcNow() + lease));
    }

    public async Task CompleteAsync(RequestId id, CancellationToken cancellationToken)
    {
        await BeforeAsync(nameof(CompleteAsync));
        lock (_gate)
            if (_rows.TryGetValue(id, out var row))
                row.IsDone = true;
    }

    public async Task WithdrawAsync(RequestId id, CancellationToken cancellationToken)
    {
        await BeforeAsync(nameof(WithdrawAsync));
        lock (_gate)
            if (_rows.TryGetValue(id, out var row) && !row.IsDone)
                _rows.Remove(id);
    }

    public async Task RenewAsync(string owner, TimeSpan lease, CancellationToken cancellationToken)
    {
        await BeforeAsync(nameof(RenewAsync));
        lock (_gate)
            foreach (var row in Of(owner))
                row.LeaseUntil = time.GetUtcNow() + lease;
    }

    public async Task<IReadOnlyList<AcceptedRequest>> TakeOverAsync(
        string owner,
        TimeSpan lease,
        int most,
        CancellationToken cancellationToken
    )
    {
        await BeforeAsync(nameof(TakeOverAsync));
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var due = _rows
                .Values.Where(row => !row.IsDone && row.LeaseUntil <= now && row.Owner != owner)
                .OrderBy(row => row.Request.AcceptedAt)
                .Take(most)
                .ToList();
            foreach (var row in due)
            {
                row.Owner = owner;
                row.LeaseUntil = now + lease;
                row.Request = row.Request with { Attempts = row.Request.Attempts + 1 };
            }
            return [.. due.Select(row => row.Request)];
        }
    }

    public async Task PostponeAsync(RequestId id, TimeSpan pause, CancellationToken cancellationToken)
    {
        await BeforeAsync(nameof(PostponeAsync));
        lock (_gate)
            if (_rows.TryGetValue(id, out var row) && !row.IsDone)
                (row.Owner, row.LeaseUntil) = (null, time.GetUtcNow() + pause);
    }

    public async Task ReleaseAsync(string owner, CancellationToken cancellationToken)
    {
        await BeforeAsync(nameof(ReleaseAsync));
        lock (_gate)
            foreach (var row in Of(owner))
                (row.Owner, row.LeaseUntil) = (null, DateTimeOffset.MinValue);
    }

    public async Task<int> CountUnfinishedAsync(CancellationToken cancellationToken)
    {
        await BeforeAsync(nameof(CountUnfinishedAsync));
        return Unfinished.Count;
    }

    private IEnumerable<Row> Of(string owner) => _rows.Values.Where(row => !row.IsDone && row.Owner == owner);

    private Task BeforeAsync(string operation) => Before?.Invoke(operation) ?? Task.CompletedTask;

    private sealed class Row(AcceptedRequest request, string owner, DateTimeOffset leaseUntil)
    {
        public AcceptedRequest Request { get; set; } = request;

        public string? Owner { get; set; } = owner;

        public DateTimeOffset LeaseUntil { get; set; } = leaseUntil;

        public bool IsDone { get; set; }
    }
}
