using Microsoft.Extensions.Logging;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// Tells those who wait their position and expected wait when they change, and notes who is overtaken for very long.
/// Changes that come close together are told once.
/// </summary>
internal sealed partial class ProgressReporter<TCall, TResult>(
    IUpstream<TCall, TResult> upstream,
    CallBook<TCall, TResult> book,
    Func<int, DateTimeOffset, DateTimeOffset> expectedAt,
    QueueStatistics statistics,
    Signal changed,
    TimeProvider time,
    ILogger logger
)
    where TCall : notnull
{
    private static readonly TimeSpan Gap = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Noticeable = TimeSpan.FromSeconds(1);

    public async Task RunAsync(LoopTurn turn)
    {
        while (turn.IsCurrent)
        {
            turn.BackWithin(GuardTimes.Step);
            Report();
            turn.BackWithin(Gap + GuardTimes.Grace);
            await Task.Delay(Gap, time);
            turn.BackWithin(Timeout.InfiniteTimeSpan);
            await changed.WaitAsync(Timeout.InfiniteTimeSpan);
        }
    }

    private void Report()
    {
        var line = book.Everybody();
        var turns = BatchPlan.Turns(upstream, line.ConvertAll(entry => entry.Call));
        var now = time.GetUtcNow();
        for (var i = 0; i < line.Count; i++)
        {
            var expected = expectedAt(turns[i], now);
            foreach (var waiter in line[i].Waiters)
                Tell(waiter, i + 1, expected, now);
        }

        NoteStarvation(line.ConvertAll(entry => entry.Call), now);
    }

    private void Tell(Waiter<TResult> waiter, int position, DateTimeOffset expectedAt, DateTimeOffset now)
    {
        var isNews =
            waiter.ReportedPosition != position
            || waiter.ReportedExpectedAt is not { } last
            || (last - expectedAt).Duration() >= Noticeable;
        if (!isNews)
            return;
        waiter.ReportedPosition = position;
        waiter.ReportedExpectedAt = expectedAt;
        waiter.Report(new ProgressUpdate.Queued(upstream.Pace.Name, position, expectedAt - now));
    }

    private void NoteStarvation(List<PendingCall<TCall, TResult>> line, DateTimeOffset now)
    {
        foreach (var call in line)
        {
            if (call.StarvationNoted || call.Urgency >= line[0].Urgency || now - call.ArrivedAt < GuardTimes.Starvation)
                continue;
            call.StarvationNoted = true;
            statistics.Starved(call.Urgency);
            Log.Starved(logger, upstream.Pace.Name, call.Urgency, call.Requester, now - call.ArrivedAt);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Warning, "A {Class} call of {Requester} to {Upstream} is overtaken since {Waited}.")]
        public static partial void Starved(
            ILogger logger,
            string upstream,
            Urgency @class,
            string requester,
            TimeSpan waited
        );
    }
}
