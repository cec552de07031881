using PaperBot.Core.Outcomes;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>One caller who waits for a call.</summary>
internal sealed class Waiter<TResult>(Caller caller, DateTimeOffset arrivedAt)
{
    // Asynchronously: results are handed out by workers, which must not run their callers' code.
    private readonly TaskCompletionSource<Outcome<TResult>> _answer = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );

    public Caller Caller { get; } = caller;

    public DateTimeOffset ArrivedAt { get; } = arrivedAt;

    public Task<Outcome<TResult>> Answer => _answer.Task;

    /// <summary>What was reported last; the reporter's own.</summary>
    public int ReportedPosition { get; set; }

    /// <summary>When the answer was last said to be expected; the reporter's own.</summary>
    public DateTimeOffset? ReportedExpectedAt { get; set; }

    public bool Tell(Outcome<TResult> outcome) => _answer.TrySetResult(outcome);

    public bool GiveUp(CancellationToken cancellationToken) => _answer.TrySetCanceled(cancellationToken);

    public void Report(ProgressUpdate update)
    {
        if (_answer.Task.IsCompleted)
            return;
        try
        {
            Caller.Progress.Report(update);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // A sink must not throw; one that does costs its own progress, not the answers of everybody.
        }
    }
}
