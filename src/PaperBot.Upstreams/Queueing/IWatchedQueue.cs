using PaperBot.Core.Queues;

namespace PaperBot.Upstreams.Queueing;

/// <summary>A queue as status, meters and shutdown see it.</summary>
internal interface IWatchedQueue
{
    string Name { get; }

    QueueStatus Status();

    int Waiting(Urgency urgency);

    /// <summary>
    /// Takes nothing new, serves who waits until <see cref="UpstreamPace.DrainFor"/> or the token ends, tells the rest,
    /// and gives all leases back.
    /// </summary>
    Task DrainAsync(CancellationToken cancellationToken);
}
