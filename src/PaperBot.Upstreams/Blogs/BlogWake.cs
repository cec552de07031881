namespace PaperBot.Upstreams.Blogs;

/// <summary>Wakes the job when somebody added or refreshed a source.</summary>
internal sealed class BlogWake : IDisposable
{
    private readonly SemaphoreSlim _signal = new(0);

    public void Wake() => _signal.Release();

    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken cancellationToken)
    {
        using var end = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, end.Token);
        try
        {
            await _signal.WaitAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            // Time to look, or to end.
        }
    }

    public void Dispose() => _signal.Dispose();
}
