using System.Collections.Concurrent;

namespace PaperBot.Discord.Gateway;

/// <summary>
/// How often the bot may begin a session: one every five seconds for each key <c>shard % max_concurrency</c>, and so
/// many
/// a day over all shards. See
/// <see href="https://docs.discord.com/developers/events/gateway#session-start-limit-object">events/gateway: session
/// start limit object</see>.
/// </summary>
/// <param name="time">The clock.</param>
/// <param name="refresh">Asks Discord again, once the day is over.</param>
internal sealed class IdentifyLimit(TimeProvider time, Func<CancellationToken, Task<GatewayBot>> refresh) : IDisposable
{
    /// <summary>A little over five seconds, because the way to Discord is not always equally long.</summary>
    private static readonly TimeSpan Spacing = TimeSpan.FromSeconds(5.25);

    private readonly ConcurrentDictionary<int, Key> _keys = new();
    private readonly SemaphoreSlim _day = new(1);
    private int _remaining;
    private int _maxConcurrency = 1;
    private long _resetAt;

    /// <summary>Takes over what Discord says.</summary>
    public void Learn(SessionStartLimit limit)
    {
        _remaining = limit.Remaining;
        _maxConcurrency = Math.Max(1, limit.MaxConcurrency);
        _resetAt = time.GetTimestamp() + (limit.ResetAfter * time.TimestampFrequency / 1000);
    }

    /// <summary>Waits until the shard may begin a session. Hold the permit until the payload is sent.</summary>
    public async Task<Permit> EnterAsync(int shard, CancellationToken cancellationToken)
    {
        var key = _keys.GetOrAdd(shard % _maxConcurrency, _ => new Key());
        await key.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (key.SentAt is { } sentAt && Spacing - time.GetElapsedTime(sentAt) is { Ticks: > 0 } wait)
                await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            await TakeOneOfTheDayAsync(cancellationToken).ConfigureAwait(false);
            return new Permit(this, key);
        }
        catch
        {
            key.Gate.Release();
            throw;
        }
    }

    public void Dispose()
    {
        _day.Dispose();
        foreach (var key in _keys.Values)
            key.Gate.Dispose();
    }

    private async Task TakeOneOfTheDayAsync(CancellationToken cancellationToken)
    {
        await _day.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            while (_remaining <= 0)
            {
                var wait = time.GetElapsedTime(time.GetTimestamp(), _resetAt);
                await Task.Delay(wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(5), time, cancellationToken)
                    .ConfigureAwait(false);
                Learn((await refresh(cancellationToken).ConfigureAwait(false)).SessionStartLimit);
            }

            _remaining--;
        }
        finally
        {
            _day.Release();
        }
    }

    /// <summary>The right to send one identify.</summary>
    internal sealed class Permit(IdentifyLimit owner, Key key) : IDisposable
    {
        private bool _sent;
        private bool _released;

        /// <summary>The payload goes out now.</summary>
        public void Sending() => _sent = true;

        /// <summary>Lets the next shard of the key in, in time; an unused permit is given back.</summary>
        public void Dispose()
        {
            if (_released)
                return;
            _released = true;
            if (_sent)
                key.SentAt = owner.Now;
            else
                Interlocked.Increment(ref owner._remaining);
            key.Gate.Release();
        }
    }

    internal sealed class Key
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public long? SentAt { get; set; }
    }

    private long Now => time.GetTimestamp();
}
