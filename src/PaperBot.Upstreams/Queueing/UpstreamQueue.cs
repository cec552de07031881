using Microsoft.Extensions.Logging;
using PaperBot.Core.Outcomes;
using PaperBot.Core.Progress;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>
/// The rate-limited queue in front of one upstream (docs/architecture.md, "The rate-limited queue"). Order, fairness
/// and merging are this process's; pace and connections hold over all processes through the <see cref="ISlotStore"/>.
/// </summary>
internal sealed partial class UpstreamQueue<TCall, TResult> : IUpstreamQueue<TCall, TResult>, IWatchedQueue
    where TCall : notnull
{
    private readonly IUpstream<TCall, TResult> _upstream;
    private readonly UpstreamPace _pace;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly QueueErrors _errors;
    private readonly CallBook<TCall, TResult> _book;
    private readonly UpstreamHealth _health;
    private readonly QueueStatistics _statistics;
    private readonly Settlement<TCall, TResult> _settlement;
    private readonly AttemptRunner<TCall, TResult> _attempts;
    private readonly Dispatcher<TCall, TResult> _dispatcher;
    private readonly GuardedLoop _dispatching;
    private readonly GuardedLoop _reporting;
    private readonly WaitForecast _forecast;
    private readonly Signal _work;
    private readonly Signal _changed;
    private readonly Lock _life = new();
    private readonly Signal _settled;
    private readonly Signal _tick;
    private Task? _watching;
    private volatile bool _isStopping;

    public UpstreamQueue(IUpstream<TCall, TResult> upstream, QueueServices services)
    {
        _upstream = upstream;
        _pace = upstream.Pace;
        _time = services.Time;
        _logger = services.Logger;
        _errors = new(_pace.DisplayName);
        var jitter = new DecorrelatedJitter(services.Random);
        _book = new(_pace);
        _health = new(_pace, jitter);
        _statistics = new(_pace, services.Meters);
        _forecast = new(_pace, _statistics);
        _work = new(_time);
        _changed = new(_time);
        _settled = new(_time);
        _tick = new(_time);
        var slots = new SlotGate(_pace, services.Store, services.Owner, _time, jitter, _logger);
        _settlement = new(upstream, _book, _health, _statistics, jitter, _time, _logger);
        _attempts = new(upstream, _book, _settlement, slots, _statistics, _time, Changed, _logger);
        _dispatcher = new(
            upstream,
            _book,
            _health,
            slots,
            _attempts,
            _statistics,
            _work,
            _time,
            started: () => _changed.Set()
        );
        _dispatching = new(_dispatcher.RunAsync, _time);
        var reporter = new ProgressReporter<TCall, TResult>(
            upstream,
            _book,
            ExpectedAt,
            _statistics,
            _changed,
            _time,
            _logger
        );
        _reporting = new(reporter.RunAsync, _time);
    }

    public string Name => _pace.Name;

    public async Task<Outcome<TResult>> CallAsync(TCall call, Caller caller, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(call);
        ArgumentNullException.ThrowIfNull(caller);
        cancellationToken.ThrowIfCancellationRequested();
        var key = _upstream.KeyOf(call);
        var now = _time.GetUtcNow();
        if (_health.VerdictOn(now, caller.Urgency, now) is { } silent)
            return silent;
        if (_book.TryJoin(key, call, _upstream.IsIdempotent(call), caller, now, out var joined) is not { } waiter)
            return _isStopping ? _errors.Stopping() : Full(now);

        Start();
        Changed();
        if (joined!.Partial is { } soFar)
            waiter.Report(new ProgressUpdate.Partial(soFar));
        await using var registration = cancellationToken.UnsafeRegister(
            (_, token) =>
            {
                if (waiter.GiveUp(token))
                    Leave(joined, waiter);
            },
            null
        );
        return await waiter.Answer;
    }

    public QueueStatus Status()
    {
        var now = _time.GetUtcNow();
        var ahead = _forecast.TurnsFor(_book.WaitingOf(Urgency.Interactive));
        return _statistics.Status(
            _book.Waiting,
            _attempts.UnderWay,
            ExpectedAt(ahead, now) - now,
            _health.StateAt(now),
            _health.OpensAt
        );
    }

    public int Waiting(Urgency urgency) => _book.WaitingOf(urgency);

    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        _isStopping = true;
        _book.Close();
        var began = _time.GetTimestamp();
        await using (cancellationToken.UnsafeRegister(_ => _settled.Set(), null))
        {
            while (
                (_book.Waiting > 0 || _attempts.UnderWay > 0)
                && _pace.DrainFor - _time.GetElapsedTime(began) is var left
                && left > TimeSpan.Zero
                && !cancellationToken.IsCancellationRequested
            )
                await _settled.WaitAsync(left);
        }

        _book.Dismiss(_ => _errors.Stopping());
        _attempts.StopAll();
        try
        {
            await _attempts.WhenEnded().WaitAsync(GuardTimes.Grace, _time, CancellationToken.None);
        }
        catch (TimeoutException)
        {
            Log.AttemptOutlivesUs(_logger, Name);
        }

        _book.FinishAll(_errors.Stopping());
        _ = _dispatching.Stop();
        _ = _reporting.Stop();
        Changed();
        _tick.Set();
    }

    private Error Full(DateTimeOffset now)
    {
        _statistics.Refused();
        // By then a tenth of the places is free; one alone would be gone before anybody is back.
        return _errors.Full(ExpectedAt(_forecast.TurnsFor((_pace.Capacity + 9) / 10), now));
    }

    private void Leave(PendingCall<TCall, TResult> call, Waiter<TResult> waiter)
    {
        var unwanted = _book.Leave(call, waiter);
        if (_pace.StopsWhenUnwanted)
            unwanted?.Stop.Cancel();
        Changed();
    }

    private DateTimeOffset ExpectedAt(int turns, DateTimeOffset now)
    {
        var silentUntil = _health.SilentUntil(now);
        var slot = _dispatcher.NextSlot;
        return _forecast.ExpectedAt(turns, slot > silentUntil ? slot : silentUntil, _attempts.UnderWay, now);
    }

    private void Changed()
    {
        _work.Set();
        _changed.Set();
        if (_isStopping)
            _settled.Set();
    }

    private void Start()
    {
        if (Volatile.Read(ref _watching) is not null)
            return;
        lock (_life)
        {
            if (_watching is not null)
                return;
            _dispatching.Start();
            _reporting.Start();
            using (ExecutionContext.SuppressFlow())
                _watching = WatchAsync();
        }
    }

    private async Task WatchAsync()
    {
        await Task.Yield();
        while (!_book.IsClosedAndEmpty)
        {
            await _tick.WaitAsync(GuardTimes.Interval);
            _attempts.GiveUpOverdue();
            if (_dispatching.Check(_dispatcher.HasWork, out var exception))
                Rebuild("dispatcher", exception, [.. _dispatcher.InHand]);
            if (_reporting.Check(hasWork: false, out exception))
                Rebuild("reporter", exception, []);
        }
    }

    private void Rebuild(string worker, Exception? exception, IReadOnlyList<PendingCall<TCall, TResult>> inHand)
    {
        _statistics.Rebuilt();
        Log.WorkerRebuilt(_logger, worker, Name, exception is null ? "hung" : "died", exception);
        _settlement.Suspect(inHand);
        _dispatching.Start();
        _reporting.Start();
        Changed();
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Error, "The {Worker} of {Upstream} {Happened}; it is rebuilt.")]
        public static partial void WorkerRebuilt(
            ILogger logger,
            string worker,
            string upstream,
            string happened,
            Exception? exception
        );

        [LoggerMessage(2, LogLevel.Warning, "An attempt at {Upstream} does not end; its lease will expire.")]
        public static partial void AttemptOutlivesUs(ILogger logger, string upstream);
    }
}
