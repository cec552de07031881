namespace PaperBot.Discord.Gateway;

/// <summary>
/// 120 payloads a minute and connection, of which heartbeats always find one. See
/// <see href="https://docs.discord.com/developers/events/gateway#rate-limiting">events/gateway: rate limiting</see>.
/// </summary>
internal sealed class SendBudget(TimeProvider time)
{
    private const int Limit = 120;
    private const int KeptForHeartbeats = 10;

    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    private readonly Lock _gate = new();
    private readonly Queue<long> _sent = new();

    /// <summary>Counts a payload that does not wait: heartbeats, identify and resume.</summary>
    public void Count()
    {
        lock (_gate)
            _sent.Enqueue(time.GetTimestamp());
    }

    /// <summary>Waits until one more payload is allowed, and counts it.</summary>
    public async ValueTask EnterAsync(CancellationToken cancellationToken)
    {
        while (Wait() is { Ticks: > 0 } wait)
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
    }

    private TimeSpan Wait()
    {
        lock (_gate)
        {
            while (_sent.TryPeek(out var at) && time.GetElapsedTime(at) >= Window)
                _sent.Dequeue();
            if (_sent.Count >= Limit - KeptForHeartbeats)
                return Window - time.GetElapsedTime(_sent.Peek()) + TimeSpan.FromMilliseconds(1);
            _sent.Enqueue(time.GetTimestamp());
            return TimeSpan.Zero;
        }
    }
}
