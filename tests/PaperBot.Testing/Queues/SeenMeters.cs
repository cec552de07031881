using System.Diagnostics.Metrics;

namespace PaperBot.Testing.Queues;

/// <summary>Listens to the meters of one factory.</summary>
public sealed class SeenMeters : IDisposable
{
    private readonly MeterListener _listener = new();
    private readonly Lock _gate = new();
    private readonly List<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> _seen = [];

    public SeenMeters(IMeterFactory factory)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory))
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Add(i, value, tags));
        _listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Add(i, value, tags));
        _listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Add(i, value, tags));
        _listener.Start();
    }

    /// <summary>All measurements so far.</summary>
    public IReadOnlyList<(string Name, double Value, KeyValuePair<string, object?>[] Tags)> Seen
    {
        get
        {
            lock (_gate)
                return [.. _seen];
        }
    }

    public double Sum(string name) => Seen.Where(one => one.Name == name).Sum(one => one.Value);

    /// <summary>Asks the gauges.</summary>
    public void Observe() => _listener.RecordObservableInstruments();

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        lock (_gate)
            _seen.Add((instrument.Name, value, tags.ToArray()));
    }
}
