using System.Collections.Concurrent;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>The pushes of the last minutes, bounded: those that are done longest ago go first.</summary>
internal sealed class ExchangeTable(TimeProvider time)
{
    public const int Most = 5_000;

    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, Exchange> _exchanges = new(StringComparer.Ordinal);
    private long _swept;

    public bool HasRoom => _exchanges.Count < Most;

    /// <summary>The exchange of that push, and whether it is a new one.</summary>
    public (Exchange Exchange, bool IsNew) Enter(string key)
    {
        Sweep();
        var mine = new Exchange(time.GetUtcNow());
        var entered = _exchanges.GetOrAdd(key, mine);
        return (entered, ReferenceEquals(entered, mine));
    }

    private void Sweep()
    {
        var now = time.GetUtcNow();
        var last = Interlocked.Read(ref _swept);
        if (now.UtcTicks - last < TimeSpan.TicksPerMinute && HasRoom)
            return;
        if (Interlocked.CompareExchange(ref _swept, now.UtcTicks, last) != last)
            return;
        foreach (var (key, exchange) in _exchanges)
            if (exchange.Done.IsCompleted && now - exchange.Began > Kept)
                _exchanges.TryRemove(key, out _);
    }
}
