using System.Diagnostics.Metrics;
using PaperBot.Core.Outcomes;

namespace PaperBot.Handlers.Routing;

/// <summary>What the router counts.</summary>
internal sealed class RouterMetrics
{
    private readonly Counter<long> _requests;
    private readonly Counter<long> _joined;
    private readonly Counter<long> _resumed;
    private readonly Histogram<double> _duration;

    public RouterMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("PaperBot");
        _requests = meter.CreateCounter<long>(
            "paperbot.requests",
            "{request}",
            "Requests answered, by command and kind."
        );
        _joined = meter.CreateCounter<long>("paperbot.requests.joined", "{request}", "Requests that joined another.");
        _resumed = meter.CreateCounter<long>("paperbot.requests.resumed", "{request}", "Requests taken over.");
        _duration = meter.CreateHistogram<double>("paperbot.request.duration", "s", "Time until the answer.");
    }

    public void Answered(string command, ErrorKind? kind, TimeSpan took)
    {
        var tag = new KeyValuePair<string, object?>("command", command);
        _requests.Add(1, tag, new KeyValuePair<string, object?>("kind", ErrorKindName.Of(kind)));
        _duration.Record(took.TotalSeconds, tag);
    }

    public void Joined() => _joined.Add(1);

    public void Resumed() => _resumed.Add(1);
}
