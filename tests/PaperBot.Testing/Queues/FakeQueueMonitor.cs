using PaperBot.Core.Queues;

namespace PaperBot.Testing.Queues;

/// <summary>Queues that stand as a test says; by default there are none.</summary>
public sealed class FakeQueueMonitor(params IReadOnlyList<QueueStatus> queues) : IQueueMonitor
{
    public IReadOnlyList<QueueStatus> Read() => queues;
}
