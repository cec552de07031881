using PaperBot.Core.Queues;
using PaperBot.Storage.Engines;

namespace PaperBot.Storage.Queues;

/// <summary>The slots of one upstream while they are read, reckoned with and written back.</summary>
internal sealed class SlotBook
{
    private readonly string _upstream;
    private readonly UpstreamRow _head;
    private readonly Dictionary<string, long> _tats;
    private readonly Dictionary<long, long> _leases;
    private readonly Dictionary<string, long> _storedTats;
    private readonly Dictionary<long, long> _storedLeases;
    private readonly (long Held, long Fence) _storedHead;
    private string _owner = "";

    private SlotBook(string upstream, UpstreamRow head, List<LimitRow> limits, List<LeaseRow> leases)
    {
        _upstream = upstream;
        _head = head;
        _storedHead = (head.HeldTicks, head.Fence);
        _tats = limits.ToDictionary(row => row.Name, row => row.TatTicks, StringComparer.Ordinal);
        _storedTats = new(_tats, StringComparer.Ordinal);
        _leases = leases.ToDictionary(row => row.Fence, row => row.ExpiresTicks);
        _storedLeases = new(_leases);
    }

    /// <summary>Reads what stands, for changing it: nobody else does until the transaction ends.</summary>
    public static async Task<SlotBook> LockAsync(Session session, string upstream)
    {
        await session.ExecuteAsync(
            "INSERT INTO slot_upstreams (upstream, held_ticks, fence) VALUES (@upstream, 0, 0) "
                + "ON CONFLICT (upstream) DO NOTHING",
            new { upstream }
        );
        return await ReadAsync(session, upstream, session.Dialect.ForUpdate);
    }

    /// <summary>Reads what stands.</summary>
    public static Task<SlotBook> ReadAsync(Session session, string upstream) => ReadAsync(session, upstream, "");

    public SlotGrant TryTake(SlotRequest request, DateTimeOffset now)
    {
        Clamp(request, now);
        var slot = Instant(_head.HeldTicks);
        foreach (var charge in request.Charges)
            slot = Later(slot, Gcra.EarliestStart(TatOf(charge.Limit), charge));
        if (slot > now)
            return new(null, slot);
        var running = _leases.Values.Where(expiry => expiry > now.UtcTicks).ToList();
        if (running.Count >= request.Concurrent)
            return new(null, Instant(running.Min()), AllConnectionsTaken: true);

        foreach (var fence in _leases.Where(lease => lease.Value <= now.UtcTicks).Select(lease => lease.Key).ToList())
            _leases.Remove(fence);
        foreach (var charge in request.Charges)
            _tats[charge.Limit] = Gcra.Charge(TatOf(charge.Limit), charge, now).UtcTicks;
        var expires = now + request.Lease;
        _leases.Add(++_head.Fence, expires.UtcTicks);
        _owner = request.Owner;
        return new(new(request.Upstream, _head.Fence, request.Owner, expires, request.Charges), slot);
    }

    public void Release(SlotLease lease, DateTimeOffset? startedAt)
    {
        if (!_leases.Remove(lease.Fence) || startedAt is not { } started)
            return;
        foreach (var charge in lease.Charges)
            if (TatOf(charge.Limit) is { } tat)
                _tats[charge.Limit] = Gcra.Postpone(tat, charge, started).UtcTicks;
    }

    public void HoldBack(DateTimeOffset until) => _head.HeldTicks = Math.Max(_head.HeldTicks, until.UtcTicks);

    public SlotState State(DateTimeOffset now)
    {
        var next = _tats.Values.Select(Instant).Aggregate(DateTimeOffset.MinValue, Later);
        DateTimeOffset? held = _head.HeldTicks > now.UtcTicks ? Instant(_head.HeldTicks) : null;
        return new(next, held, _leases.Values.Count(expiry => expiry > now.UtcTicks));
    }

    /// <summary>Writes what changed.</summary>
    public async Task SaveAsync(Session session)
    {
        if ((_head.HeldTicks, _head.Fence) != _storedHead)
            await session.ExecuteAsync(
                "UPDATE slot_upstreams SET held_ticks = @HeldTicks, fence = @Fence WHERE upstream = @upstream",
                new
                {
                    _head.HeldTicks,
                    _head.Fence,
                    upstream = _upstream,
                }
            );
        foreach (var (name, tat) in _tats.Except(_storedTats))
            await session.ExecuteAsync(
                "INSERT INTO slot_limits (upstream, limit_name, tat_ticks) VALUES (@upstream, @name, @tat) "
                    + "ON CONFLICT (upstream, limit_name) DO UPDATE SET tat_ticks = excluded.tat_ticks",
                new
                {
                    upstream = _upstream,
                    name,
                    tat,
                }
            );
        foreach (var fence in _storedLeases.Keys.Except(_leases.Keys))
            await session.ExecuteAsync(
                "DELETE FROM slot_leases WHERE upstream = @upstream AND fence = @fence",
                new { upstream = _upstream, fence }
            );
        foreach (var (fence, expires) in _leases.Except(_storedLeases))
            await session.ExecuteAsync(
                "INSERT INTO slot_leases (upstream, fence, owner, expires_ticks) "
                    + "VALUES (@upstream, @fence, @owner, @expires) "
                    + "ON CONFLICT (upstream, fence) DO UPDATE SET expires_ticks = excluded.expires_ticks",
                new
                {
                    upstream = _upstream,
                    fence,
                    owner = _owner,
                    expires,
                }
            );
    }

    private static async Task<SlotBook> ReadAsync(Session session, string upstream, string suffix)
    {
        var head = await session.FirstAsync<UpstreamRow>(
            $"SELECT held_ticks AS HeldTicks, fence AS Fence FROM slot_upstreams WHERE upstream = @upstream{suffix}",
            new { upstream }
        );
        var limits = await session.ListAsync<LimitRow>(
            "SELECT limit_name AS Name, tat_ticks AS TatTicks FROM slot_limits WHERE upstream = @upstream",
            new { upstream }
        );
        var leases = await session.ListAsync<LeaseRow>(
            "SELECT fence AS Fence, expires_ticks AS ExpiresTicks FROM slot_leases WHERE upstream = @upstream",
            new { upstream }
        );
        return new(upstream, head ?? new UpstreamRow(), limits, leases);
    }

    /// <summary>After the clock was set back, what lies too far ahead is brought back to where it can lie.</summary>
    private void Clamp(SlotRequest request, DateTimeOffset now)
    {
        var farthest = now + request.FarthestAhead;
        var longestLease = Later(farthest, now + request.Lease).UtcTicks;
        _head.HeldTicks = Math.Min(_head.HeldTicks, farthest.UtcTicks);
        foreach (var charge in request.Charges)
        {
            var earliest = Gcra.EarliestStart(TatOf(charge.Limit), charge);
            if (earliest > farthest)
                _tats[charge.Limit] -= (earliest - farthest).Ticks;
        }
        foreach (var (fence, expiry) in _leases.ToList())
            _leases[fence] = Math.Min(expiry, longestLease);
    }

    private DateTimeOffset? TatOf(string limit) => _tats.TryGetValue(limit, out var ticks) ? Instant(ticks) : null;

    private static DateTimeOffset Instant(long ticks) => new(ticks, TimeSpan.Zero);

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;

    private sealed class UpstreamRow
    {
        public long HeldTicks { get; set; }

        public long Fence { get; set; }
    }

    private sealed class LimitRow
    {
        public string Name { get; init; } = "";

        public long TatTicks { get; init; }
    }

    private sealed class LeaseRow
    {
        public long Fence { get; init; }

        public long ExpiresTicks { get; init; }
    }
}
