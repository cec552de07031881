namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// When an attempt's request really left, and when its answer began. The queue sets one around each attempt; the
/// connection's stream and the HTTP handler stamp it, so that no upstream has to.
/// </summary>
internal sealed class Departure(TimeProvider time)
{
    private static readonly AsyncLocal<Departure?> Ambient = new();

    private readonly Lock _gate = new();
    private DateTimeOffset? _left;
    private DateTimeOffset? _heard;

    /// <summary>The attempt in whose flow this code runs; null outside of one.</summary>
    public static Departure? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    /// <summary>A piece of the request was written; the last one before the answer counts.</summary>
    public void Left()
    {
        lock (_gate)
        {
            if (_heard is null)
                _left = time.GetUtcNow();
        }
    }

    /// <summary>The answer's first byte is here, so the request has arrived.</summary>
    public void Heard()
    {
        lock (_gate)
            _heard ??= time.GetUtcNow();
    }

    /// <summary>When the request left; <paramref name="invoked"/> where nothing was stamped.</summary>
    public DateTimeOffset LeftAt(DateTimeOffset invoked)
    {
        lock (_gate)
            return _left ?? invoked;
    }

    /// <summary>
    /// From when the next slot counts: the moment at which the request is known or taken to have arrived. With it two
    /// requests are as far apart where the upstream counts them, whatever the scheduler did to the first.
    /// </summary>
    public DateTimeOffset ArrivedBy(DateTimeOffset invoked, DateTimeOffset finished, TimeSpan guard)
    {
        lock (_gate)
        {
            var known = _heard ?? finished;
            var taken = (_left ?? invoked) + guard;
            return known < taken ? known : taken;
        }
    }
}
