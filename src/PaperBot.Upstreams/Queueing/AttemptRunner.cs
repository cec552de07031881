using Microsoft.Extensions.Logging;

namespace PaperBot.Upstreams.Queueing;

/// <summary>The attempts under way: sends, waits no longer than agreed, settles, and gives the lease back.</summary>
internal sealed partial class AttemptRunner<TCall, TResult>(
    IUpstream<TCall, TResult> upstream,
    CallBook<TCall, TResult> book,
    Settlement<TCall, TResult> settlement,
    SlotGate slots,
    QueueStatistics statistics,
    TimeProvider time,
    Action ended,
    ILogger logger
)
    where TCall : notnull
{
    private readonly UpstreamPace _pace = upstream.Pace;
    private readonly Lock _gate = new();
    private readonly Dictionary<AttemptRun<TCall, TResult>, Task> _running = [];

    public int UnderWay
    {
        get
        {
            lock (_gate)
                return _running.Count;
        }
    }

    /// <summary>When the last one ended, so that its connection was free; the past when none has.</summary>
    public DateTimeOffset FreeSince { get; private set; }

    public void Start(AttemptRun<TCall, TResult> run)
    {
        run.Deadline = time.GetTimestamp() + Ticks(_pace.AttemptTimeout + GuardTimes.Grace);
        lock (_gate)
            _running.Add(run, Task.CompletedTask);
        Task task;
        using (ExecutionContext.SuppressFlow())
            task = RunAsync(run);
        lock (_gate)
        {
            if (_running.ContainsKey(run))
                _running[run] = task;
        }
    }

    /// <summary>Gives up those that have hung for longer than their time.</summary>
    public void GiveUpOverdue()
    {
        AttemptRun<TCall, TResult>[] overdue;
        var now = time.GetTimestamp();
        lock (_gate)
            overdue = [.. _running.Keys.Where(run => now > run.Deadline)];
        foreach (var run in overdue)
        {
            // Two looks, as for the loops: after a sleep of the machine the attempt gets its chance first.
            if (!run.IsSuspect)
            {
                run.IsSuspect = true;
                continue;
            }

            if (!run.TryClaim())
                continue;
            Log.AttemptHangs(logger, _pace.Name, _pace.AttemptTimeout);
            statistics.Rebuilt();
            statistics.Finished("hung", _pace.AttemptTimeout);
            settlement.GiveUp(run);
            // Its request may still be on the wire: the lease is left to expire, which it does about now.
            Remove(run);
        }
    }

    /// <summary>Ends all attempts early.</summary>
    public void StopAll()
    {
        AttemptRun<TCall, TResult>[] all;
        lock (_gate)
            all = [.. _running.Keys];
        foreach (var run in all)
            run.Stop.Cancel();
    }

    /// <summary>Completes when those that are under way now have ended.</summary>
    public Task WhenEnded()
    {
        lock (_gate)
            return Task.WhenAll(_running.Values);
    }

    private async Task RunAsync(AttemptRun<TCall, TResult> run)
    {
        // On its own from here: code of an upstream that blocks must not block the dispatcher.
        await Task.Yield();
        var invoked = time.GetUtcNow();
        var result = await SendAsync(run);
        if (!run.TryClaim())
            return;
        try
        {
            var finished = time.GetUtcNow();
            statistics.Finished(result.Label, finished - invoked);
            statistics.Utilisation.Count(run.SlotAt, run.ReadyAt, run.Departure.LeftAt(invoked));
            if (settlement.Apply(run, result) is { } silentUntil)
                await slots.HoldBackAsync(silentUntil);
            await slots.ReleaseAsync(run.Lease, run.Departure.ArrivedBy(invoked, finished, _pace.SpacingGuard));
        }
        catch (Exception exception)
        {
            // Something of our own broke, or a listener of the meters: nobody may wait for ever because of that.
            settlement.Abandon(run, exception);
            await slots.ReleaseAsync(run.Lease, time.GetUtcNow());
        }
        finally
        {
            Remove(run);
        }
    }

    private async Task<AttemptResult<TResult>> SendAsync(AttemptRun<TCall, TResult> run)
    {
        using var timeout = new CancellationTokenSource(_pace.AttemptTimeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, run.Stop.Token);
        Departure.Current = run.Departure;
        try
        {
            var calls = run.Calls.Select(call => call.Call).ToList();
            return new(
                await upstream.SendAsync(calls, new AttemptProgress<TCall, TResult>(book, run), either.Token),
                null
            );
        }
        catch (OperationCanceledException) when (run.Stop.IsCancellationRequested)
        {
            return default;
        }
        catch (Exception exception) when (IsWeather(exception))
        {
            Log.AttemptFailed(logger, _pace.Name, exception.Message);
            return new(new Attempt<TResult>.Unavailable { Unreachable = IsUnreachable(exception) }, null);
        }
        catch (Exception exception)
        {
            return new(null, exception);
        }
    }

    private static bool IsUnreachable(Exception exception) =>
        exception
            is HttpRequestException
            {
                HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
            };

    private static bool IsWeather(Exception exception) =>
        exception
            is HttpRequestException
                or IOException
                or InvalidDataException
                or TimeoutException
                or OperationCanceledException;

    private void Remove(AttemptRun<TCall, TResult> run)
    {
        lock (_gate)
        {
            _running.Remove(run);
            FreeSince = time.GetUtcNow();
        }

        ended();
    }

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Debug, "An attempt at {Upstream} failed: {Reason}")]
        public static partial void AttemptFailed(ILogger logger, string upstream, string reason);

        [LoggerMessage(
            2,
            LogLevel.Error,
            "An attempt at {Upstream} hangs beyond its {Timeout}; its worker is rebuilt."
        )]
        public static partial void AttemptHangs(ILogger logger, string upstream, TimeSpan timeout);
    }
}
