namespace PaperBot.Discord.Gateway;

/// <summary>
/// The heartbeat of one connection. See
/// <see href="https://docs.discord.com/developers/events/gateway#sending-heartbeats">events/gateway: sending
/// heartbeats</see>.
/// </summary>
internal sealed class Heart(GatewayConnection connection, Func<long?> sequence, TimeProvider time, Chance chance)
{
    private readonly Lock _gate = new();
    private bool _unanswered;
    private long _beatAt;

    /// <summary>From the last heartbeat to its acknowledgement.</summary>
    public TimeSpan? Latency { get; private set; }

    /// <summary>
    /// Beats, first after a random part of the interval, until one is not acknowledged before the next.
    /// </summary>
    /// <returns>The connection is dead.</returns>
    public async Task RunAsync(TimeSpan interval, CancellationToken cancellationToken)
    {
        var wait = interval * chance.Next();
        while (true)
        {
            await Task.Delay(wait, time, cancellationToken).ConfigureAwait(false);
            lock (_gate)
            {
                if (_unanswered)
                    return;
                _unanswered = true;
            }

            await BeatAsync(cancellationToken).ConfigureAwait(false);
            wait = interval;
        }
    }

    /// <summary>Beats at once, because the gateway asked for it.</summary>
    public ValueTask BeatAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            _beatAt = time.GetTimestamp();
        return connection.BeatAsync(sequence(), cancellationToken);
    }

    /// <summary>The gateway has acknowledged.</summary>
    public void Acknowledge()
    {
        lock (_gate)
        {
            _unanswered = false;
            Latency = time.GetElapsedTime(_beatAt);
        }
    }
}
