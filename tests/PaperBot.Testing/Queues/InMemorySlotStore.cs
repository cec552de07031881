using PaperBot.Core.Queues;

namespace PaperBot.Testing.Queues;

/// <summary>The slots of one process, or of several simulated ones that are given the same instance.</summary>
public sealed class InMemorySlotStore(TimeProvider time) : ISlotStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Upstream> _upstreams = new(StringComparer.Ordinal);

    /// <summary>Grants so far.</summary>
    public int Grants { get; private set; }

    /// <summary>Questions so far, granted or not.</summary>
    public int Asked { get; private set; }

    public Task<SlotGrant> TryTakeAsync(SlotRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        lock (_gate)
            return Task.FromResult(TryTake(Of(request.Upstream), request, time.GetUtcNow()));
    }

    public Task ReleaseAsync(SlotLease lease, DateTimeOffset? startedAt, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(lease);
        lock (_gate)
        {
            var upstream = Of(lease.Upstream);
            if (!upstream.Leases.Remove(lease.Fence) || startedAt is not { } started)
                return Task.CompletedTask;
            foreach (var charge in lease.Charges)
                upstream.Tat[charge.Limit] = Gcra.Postpone(upstream.Tat[charge.Limit], charge, started);
        }

        return Task.CompletedTask;
    }

    public Task HoldBackAsync(string upstream, DateTimeOffset until, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var held = Of(upstream);
            held.HeldUntil = Later(held.HeldUntil, until);
        }

        return Task.CompletedTask;
    }

    public Task<SlotState> ReadAsync(string upstream, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            var now = time.GetUtcNow();
            var state = Of(upstream);
            var next = state.Tat.Values.Aggregate(DateTimeOffset.MinValue, Later);
            DateTimeOffset? held = state.HeldUntil > now ? state.HeldUntil : null;
            return Task.FromResult(new SlotState(next, held, state.Leases.Values.Count(expiry => expiry > now)));
        }
    }

    private SlotGrant TryTake(Upstream upstream, SlotRequest request, DateTimeOffset now)
    {
        Asked++;
        Clamp(upstream, request, now);
        var slot = request.Charges.Aggregate(
            upstream.HeldUntil,
            (latest, charge) => Later(latest, Gcra.EarliestStart(upstream.TatOf(charge.Limit), charge))
        );
        if (slot > now)
            return new(null, slot);
        var running = upstream.Leases.Values.Where(expiry => expiry > now).ToList();
        if (running.Count >= request.Concurrent)
            return new(null, running.Min(), AllConnectionsTaken: true);

        foreach (var (fence, _) in upstream.Leases.Where(lease => lease.Value <= now).ToList())
            upstream.Leases.Remove(fence);
        foreach (var charge in request.Charges)
            upstream.Tat[charge.Limit] = Gcra.Charge(upstream.TatOf(charge.Limit), charge, now);
        var granted = new SlotLease(
            request.Upstream,
            ++upstream.Fence,
            request.Owner,
            now + request.Lease,
            request.Charges
        );
        upstream.Leases.Add(granted.Fence, granted.ExpiresAt);
        Grants++;
        return new(granted, slot);
    }

    private static void Clamp(Upstream upstream, SlotRequest request, DateTimeOffset now)
    {
        var farthest = now + request.FarthestAhead;
        var longestLease = Later(farthest, now + request.Lease);
        upstream.HeldUntil = Earlier(upstream.HeldUntil, farthest);
        foreach (var charge in request.Charges)
        {
            var earliest = Gcra.EarliestStart(upstream.TatOf(charge.Limit), charge);
            if (earliest > farthest)
                upstream.Tat[charge.Limit] -= earliest - farthest;
        }

        foreach (var (fence, expiry) in upstream.Leases.ToList())
            upstream.Leases[fence] = Earlier(expiry, longestLease);
    }

    private Upstream Of(string name)
    {
        if (!_upstreams.TryGetValue(name, out var upstream))
            _upstreams.Add(name, upstream = new());
        return upstream;
    }

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private static DateTimeOffset Earlier(DateTimeOffset a, DateTimeOffset b) => a < b ? a : b;

    private sealed class Upstream
    {
        public Dictionary<string, DateTimeOffset> Tat { get; } = new(StringComparer.Ordinal);

        public SortedDictionary<long, DateTimeOffset> Leases { get; } = [];

        public DateTimeOffset HeldUntil { get; set; }

        public long Fence { get; set; }

        public DateTimeOffset? TatOf(string limit) => Tat.TryGetValue(limit, out var tat) ? tat : null;
    }
}
