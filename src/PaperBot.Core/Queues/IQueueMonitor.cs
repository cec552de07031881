namespace PaperBot.Core.Queues;

/// <summary>Sees every upstream queue of this process.</summary>
public interface IQueueMonitor
{
    /// <summary>How each stands now.</summary>
    IReadOnlyList<QueueStatus> Read();
}
