using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;

namespace PaperBot.Upstreams.Queueing;

/// <summary>What follows from an attempt's end, for each of its calls and for everybody who waits.</summary>
internal sealed partial class Settlement<TCall, TResult>(
    IUpstream<TCall, TResult> upstream,
    CallBook<TCall, TResult> book,
    UpstreamHealth health,
    QueueStatistics statistics,
    DecorrelatedJitter jitter,
    TimeProvider time,
    ILogger logger
)
    where TCall : notnull
{
    private readonly UpstreamPace _pace = upstream.Pace;
    private readonly QueueErrors _errors = new(upstream.Pace.DisplayName);

    /// <returns>Until when the upstream wants silence; null when it does not.</returns>
    public DateTimeOffset? Apply(AttemptRun<TCall, TResult> run, AttemptResult<TResult> result)
    {
        switch (result.Attempt)
        {
            case Attempt<TResult>.Answered answered:
                Answer(run, answered.Answers);
                return null;
            case Attempt<TResult>.Throttled throttled:
                return Fail(run, throttled.RetryAt, throttled: true);
            case Attempt<TResult>.Unavailable unavailable:
                return Fail(run, unavailable.RetryAt, throttled: false, unavailable.Unreachable);
            case Attempt<TResult>.BadBatch bad:
                health.Succeeded();
                Halve(run, bad.WhenAlone);
                return null;
            case Attempt<TResult>.Refused refused:
                health.Succeeded();
                statistics.Failed(refused.Error, time.GetUtcNow(), throttled: false);
                foreach (var call in run.Calls)
                    book.Finish(call, refused.Error);
                return null;
            default:
                Break(run, result.Fault);
                return null;
        }
    }

    /// <summary>The attempt hung and was given up.</summary>
    public void GiveUp(AttemptRun<TCall, TResult> run) => Fail(run, null, throttled: false);

    /// <summary>The attempt's end could not be settled: whoever was not told yet is told that.</summary>
    public void Abandon(AttemptRun<TCall, TResult> run, Exception exception)
    {
        Log.AttemptBroke(logger, _pace.Name, run.Calls.Count, exception);
        health.SaidNothing();
        foreach (var call in run.Calls)
            if (ReferenceEquals(call.Run, run))
                book.Finish(call, _errors.Broken());
    }

    /// <summary>The worker died or hung over these calls before anything was sent.</summary>
    public void Suspect(IReadOnlyList<PendingCall<TCall, TResult>> calls)
    {
        foreach (var call in calls)
        {
            // From here on each goes alone, so that one of them cannot take the others down with it again.
            var attempts = book.Suspect(call);
            if (attempts >= _pace.MaxAttempts)
                book.Finish(call, _errors.Broken());
        }
    }

    private void Answer(AttemptRun<TCall, TResult> run, IReadOnlyList<CallAnswer<TResult>> answers)
    {
        if (answers.Count != run.Calls.Count)
        {
            Break(run, new InvalidOperationException($"{answers.Count} answers to {run.Calls.Count} calls."));
            return;
        }

        health.Succeeded();
        var missing = new List<PendingCall<TCall, TResult>>();
        for (var i = 0; i < answers.Count; i++)
            if (answers[i].Outcome is { } outcome)
                book.Finish(run.Calls[i], outcome);
            else
                missing.Add(run.Calls[i]);
        Retry(missing, _errors.Incomplete(), pauses: true, halves: false);
    }

    private DateTimeOffset? Fail(
        AttemptRun<TCall, TResult> run,
        DateTimeOffset? retryAt,
        bool throttled,
        bool unreachable = false
    )
    {
        var now = time.GetUtcNow();
        var until = health.Failed(now, retryAt, throttled, unreachable);
        DateTimeOffset? silentUntil = health.SilentUntil(now) is var silent && silent > now ? silent : null;
        var error = throttled ? _errors.Pause(silentUntil) : _errors.Down(silentUntil);
        statistics.Failed(error, now, throttled);
        Retry(run.Calls, error, pauses: !throttled, halves: false);
        book.Dismiss(waiter => health.VerdictOn(waiter.ArrivedAt, waiter.Caller.Urgency, now));
        return until;
    }

    private void Halve(AttemptRun<TCall, TResult> run, Error whenAlone)
    {
        if (run.Calls is [var only])
        {
            statistics.Failed(whenAlone, time.GetUtcNow(), throttled: false);
            book.Finish(only, whenAlone);
            return;
        }

        var parts = Parts(run.Calls.Count);
        for (var i = run.Calls.Count - 1; i >= 0; i--)
            book.PutBack(run.Calls[i], notBefore: default, parts[i], refundsAttempt: true);
    }

    private void Break(AttemptRun<TCall, TResult> run, Exception? fault)
    {
        health.SaidNothing();
        if (fault is null)
        {
            foreach (var call in run.Calls.Reverse())
                book.PutBack(call, notBefore: default, call.Part, refundsAttempt: true);
            return;
        }

        statistics.Rebuilt();
        statistics.Failed(_errors.Broken(), time.GetUtcNow(), throttled: false);
        Log.AttemptBroke(logger, _pace.Name, run.Calls.Count, fault);
        // One call may be what the code stumbles over: with each attempt fewer others share its fate.
        Retry(run.Calls, _errors.Broken(), pauses: true, halves: run.Calls.Count > 1);
    }

    private void Retry(IReadOnlyList<PendingCall<TCall, TResult>> calls, Error error, bool pauses, bool halves)
    {
        if (calls.Count == 0)
            return;
        // One pause for all, so that what was one request stays one.
        var pause = pauses
            ? jitter.Next(calls.Max(call => call.LastPause), _pace.RetryDelay, _pace.LongestRetryDelay)
            : TimeSpan.Zero;
        var notBefore = time.GetUtcNow() + pause;
        var parts = halves ? Parts(calls.Count) : [.. calls.Select(call => call.Part)];
        for (var i = calls.Count - 1; i >= 0; i--)
        {
            var call = calls[i];
            if (call.Attempts >= _pace.MaxAttempts || !call.IsIdempotent)
            {
                book.Finish(call, error);
                continue;
            }

            call.LastPause = pause;
            book.PutBack(call, notBefore, parts[i], refundsAttempt: false);
        }
    }

    private static object?[] Parts(int count)
    {
        object first = new();
        object second = new();
        return [.. Enumerable.Range(0, count).Select(i => i < count / 2 ? first : second)];
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "An attempt at {Upstream} with {Calls} calls broke; its worker is rebuilt.")]
        public static partial void AttemptBroke(ILogger logger, string upstream, int calls, Exception exception);
    }
}
