using System.Diagnostics;
using System.Diagnostics.Metrics;
using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>The instruments of all queues; each measurement names its queue.</summary>
internal sealed class QueueMeters
{
    /// <summary>The one meter of the bot.</summary>
    public const string MeterName = "PaperBot";

    private readonly Counter<long> _attempts;
    private readonly Counter<long> _throttled;
    private readonly Counter<long> _rebuilds;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _starved;
    private readonly Histogram<double> _wait;
    private readonly Histogram<double> _service;

    public QueueMeters(IMeterFactory factory, QueueRegistry queues)
    {
        var meter = factory.Create(MeterName);
        _attempts = meter.CreateCounter<long>("paperbot.queue.attempts", "{attempt}", "Requests sent, by outcome.");
        _throttled = meter.CreateCounter<long>(
            "paperbot.queue.throttled",
            "{attempt}",
            "Requests refused for their number."
        );
        _rebuilds = meter.CreateCounter<long>("paperbot.queue.rebuilds", "{worker}", "Dead or hung workers rebuilt.");
        _refused = meter.CreateCounter<long>("paperbot.queue.refused", "{call}", "Calls that found no room.");
        _starved = meter.CreateCounter<long>(
            "paperbot.queue.starved",
            "{call}",
            "Calls that others overtook for very long."
        );
        _wait = meter.CreateHistogram<double>(
            "paperbot.queue.wait",
            "s",
            "From a call's arrival to its first request."
        );
        _service = meter.CreateHistogram<double>(
            "paperbot.queue.service",
            "s",
            "From a request to the end of its answer."
        );
        meter.CreateObservableGauge("paperbot.queue.depth", () => Depths(queues), "{call}", "Calls that wait.");
        meter.CreateObservableGauge(
            "paperbot.queue.utilisation",
            () => Utilisations(queues),
            "1",
            "Sent by permitted slots."
        );
    }

    public void Attempted(string queue, string outcome) => _attempts.Add(1, Queue(queue), new("outcome", outcome));

    public void Throttled(string queue) => _throttled.Add(1, Queue(queue));

    public void Rebuilt(string queue) => _rebuilds.Add(1, Queue(queue));

    public void Refused(string queue) => _refused.Add(1, Queue(queue));

    public void Starved(string queue, Urgency urgency) => _starved.Add(1, Queue(queue), Class(urgency));

    public void Waited(string queue, Urgency urgency, TimeSpan wait) =>
        _wait.Record(wait.TotalSeconds, Queue(queue), Class(urgency));

    public void Served(string queue, TimeSpan service) => _service.Record(service.TotalSeconds, Queue(queue));

    private static IEnumerable<Measurement<int>> Depths(QueueRegistry queues) =>
        from queue in queues.All
        from urgency in Enum.GetValues<Urgency>()
        select new Measurement<int>(queue.Waiting(urgency), Queue(queue.Name), Class(urgency));

    private static IEnumerable<Measurement<double>> Utilisations(QueueRegistry queues) =>
        queues.All.Select(queue => new Measurement<double>(queue.Status().Utilisation, Queue(queue.Name)));

    private static KeyValuePair<string, object?> Queue(string name) => new("queue", name);

    private static KeyValuePair<string, object?> Class(Urgency urgency) =>
        new(
            "class",
            urgency switch
            {
                Urgency.Interactive => "interactive",
                Urgency.Scheduled => "scheduled",
                Urgency.Background => "background",
                _ => throw new UnreachableException(),
            }
        );
}
