using PaperBot.Core.Progress;

namespace PaperBot.Upstreams.Queueing;

/// <summary>Hands an attempt's pieces to everybody who waits for the call.</summary>
internal sealed class AttemptProgress<TCall, TResult>(CallBook<TCall, TResult> book, AttemptRun<TCall, TResult> run)
    : IAttemptProgress
    where TCall : notnull
{
    public void Partial(int call, string markdown)
    {
        var update = new ProgressUpdate.Partial(markdown);
        foreach (var waiter in book.Partial(run, call, markdown))
            waiter.Report(update);
    }
}
