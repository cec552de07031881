namespace PaperBot.Upstreams.Queueing;

/// <summary>Wakes the one loop that waits for it; set while nobody waits, it is kept for the next wait.</summary>
internal sealed class Signal(TimeProvider time)
{
    private readonly Lock _gate = new();
    private TaskCompletionSource? _waiting;
    private bool _isSet;

    public void Set()
    {
        lock (_gate)
        {
            if (_waiting is { } waiting)
            {
                _waiting = null;
                waiting.SetResult();
            }
            else
            {
                _isSet = true;
            }
        }
    }

    /// <summary>Completes when it is set, or after <paramref name="longest"/> (infinite is allowed).</summary>
    public async Task WaitAsync(TimeSpan longest)
    {
        var waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            if (_isSet || longest == TimeSpan.Zero)
            {
                _isSet = false;
                return;
            }

            // A loop that was given up may still wait here: it is sent away to find that out.
            _waiting?.SetResult();
            _waiting = waiting;
        }

        await using var timer =
            longest == Timeout.InfiniteTimeSpan
                ? null
                : time.CreateTimer(_ => Elapsed(waiting), null, longest, Timeout.InfiniteTimeSpan);
        await waiting.Task;
    }

    private void Elapsed(TaskCompletionSource waiting)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_waiting, waiting))
                return;
            _waiting = null;
            waiting.SetResult();
        }
    }
}
