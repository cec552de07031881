using PaperBot.Core.Progress;

namespace PaperBot.Platforms.WeChat.Official;

/// <summary>One push of the platform and what becomes of it; its second and third try meet the same one.</summary>
internal sealed class Exchange(DateTimeOffset began) : IProgressSink
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _told = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private ProgressUpdate? _progress;
    private int _tries;

    public DateTimeOffset Began { get; } = began;

    /// <summary>Ends when the answer is kept, and never fails.</summary>
    public Task Done => _done.Task;

    /// <summary>True when another process took this push before: how many tries went there is not known.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Ends when the person was told to wait: no try of the platform takes the answer any more.</summary>
    public Task WasTold => _told.Task;

    /// <summary>What was reported last.</summary>
    public ProgressUpdate? Progress => Volatile.Read(ref _progress);

    public void Report(ProgressUpdate update) => Volatile.Write(ref _progress, update);

    /// <summary>Counts a try.</summary>
    /// <returns>Its number, 1 for the first.</returns>
    public int Try() => Interlocked.Increment(ref _tries);

    public void Finish() => _done.TrySetResult();

    /// <summary>The person was told to wait.</summary>
    public void Told() => _told.TrySetResult();

    /// <summary>The push was taken before; its answer comes by another way.</summary>
    public void Known() => IsKnown = true;
}
