using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.Tests.Handlers;

/// <summary>The command of each answer of one bot and what kind of error it was, or <c>ok</c>.</summary>
internal sealed class AnsweredKinds : IDisposable
{
    private readonly MeterListener _listener;

    public AnsweredKinds(IServiceProvider bot)
    {
        var meters = bot.GetRequiredService<IMeterFactory>();
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, self) =>
            {
                if (instrument.Name == "paperbot.requests" && instrument.Meter.Scope == meters)
                    self.EnableMeasurementEvents(instrument);
            },
        };
        _listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) =>
            {
                var byKey = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value);
                All.Enqueue($"{byKey["command"]} {byKey["kind"]}");
            }
        );
        _listener.Start();
    }

    public ConcurrentQueue<string> All { get; } = new();

    public void Dispose() => _listener.Dispose();
}
