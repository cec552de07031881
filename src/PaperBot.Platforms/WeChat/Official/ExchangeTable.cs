using System.Collections.Concurrent;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>The pushes of the last minutes, bounded: what is done makes room for what comes.</summary>
internal sealed class ExchangeTable(TimeProvider time)
{
    public const int Most = 5_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    // Longer than the three tries of the platform.
    private static readonly TimeSpan KeptWhenFull = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, Exchange> _exchanges = new(StringComparer.Ordinal);
    private long _swept;

    private bool IsFull => _exchanges.Count >= Most;

    /// <summary>The exchange of that push, and whether it is a new one; null when there is no room for a new one.</summary>
    public (Exchange Exchange, bool IsNew)? Enter(string key)
    {
        if (_exchanges.TryGetValue(key, out var known))
            return (known, false);
        Sweep();
        if (IsFull)
            return null;
        var mine = new Exchange(time.GetUtcNow());
        var entered = _exchanges.GetOrAdd(key, mine);
        return (entered, ReferenceEquals(entered, mine));
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        var last = Interlocked.Read(ref _swept);
        var isFull = IsFull;
        if (now.UtcTicks - last < (isFull ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMinute))
            return;
        if (Interlocked.CompareExchange(ref _swept, now.UtcTicks, last) != last)
            return;
        foreach (var (key, exchange) in _exchanges)
            if (exchange.Done.IsCompleted && now - exchange.Began > (isFull ? KeptWhenFull : Kept))
                _exchanges.TryRemove(key, out _);
    }
}
