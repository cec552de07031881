using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;

namespace PaperBot.Tests.Handlers.Routing;

public sealed class RouterMetricsTests
{
    [Fact]
    public async Task Answers_are_counted_by_command_and_kind_and_never_by_what_was_typed()
    {
        await using var rig = new RouterRig();
        var seen = new ConcurrentQueue<string>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (instrument.Meter.Scope == rig.Services.GetRequiredService<IMeterFactory>())
                self.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>(
            (instrument, value, tags, _) =>
                seen.Enqueue(
                    $"{instrument.Name} {value} {string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"))}"
                )
        );
        listener.Start();

        await rig.AskAsync("/about");
        await rig.AskAsync("/secret words");

        seen.ShouldBe([
            "paperbot.requests 1 command=about kind=ok",
            "paperbot.requests 1 command=none kind=user_input",
        ]);
    }
}
