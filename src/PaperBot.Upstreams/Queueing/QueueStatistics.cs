using PaperBot.Core.Outcomes;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>What a queue counts about itself, for the status, the meters and the forecast.</summary>
internal sealed class QueueStatistics(UpstreamPace pace, QueueMeters meters)
{
    private const double Weight = 0.2;

    private readonly Lock _gate = new();
    private long _attempts;
    private long _throttled;
    private long _rebuilds;
    private Error? _lastError;
    private DateTimeOffset? _lastErrorAt;
    private double _service;
    private double _batch = 1;
    private bool _hasService;

    public SlotUtilisation Utilisation { get; } = new(pace);

    /// <summary>How long a request takes, lately; zero when none was answered yet.</summary>
    public TimeSpan Service
    {
        get
        {
            lock (_gate)
                return TimeSpan.FromSeconds(_service);
        }
    }

    /// <summary>How many calls go into a request, lately.</summary>
    public double Batch
    {
        get
        {
            lock (_gate)
                return _batch;
        }
    }

    public void Started(int calls)
    {
        lock (_gate)
        {
            _attempts++;
            _batch += Weight * (calls - _batch);
        }
    }

    public void Waited(Urgency urgency, TimeSpan wait) => meters.Waited(pace.Name, urgency, wait);

    public void Finished(string outcome, TimeSpan service)
    {
        meters.Attempted(pace.Name, outcome);
        meters.Served(pace.Name, service);
        lock (_gate)
        {
            _service = _hasService ? _service + Weight * (service.TotalSeconds - _service) : service.TotalSeconds;
            _hasService = true;
        }
    }

    public void Failed(Error error, DateTimeOffset at, bool throttled)
    {
        if (throttled)
            meters.Throttled(pace.Name);
        lock (_gate)
        {
            _throttled += throttled ? 1 : 0;
            _lastError = error;
            _lastErrorAt = at;
        }
    }

    public void Rebuilt()
    {
        meters.Rebuilt(pace.Name);
        lock (_gate)
            _rebuilds++;
    }

    public void Refused() => meters.Refused(pace.Name);

    public void Starved(Urgency urgency) => meters.Starved(pace.Name, urgency);

    public QueueStatus Status(
        int waiting,
        int underWay,
        TimeSpan? expectedWait,
        BreakerState breaker,
        DateTimeOffset? opensAt
    )
    {
        lock (_gate)
        {
            return new(
                pace.Name,
                waiting,
                underWay,
                pace.Capacity,
                pace.Interval,
                expectedWait,
                breaker,
                opensAt,
                _lastError,
                _lastErrorAt,
                _attempts,
                _throttled,
                _rebuilds,
                Utilisation.Value
            );
        }
    }
}
