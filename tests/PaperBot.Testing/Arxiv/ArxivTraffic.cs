namespace PaperBot.Testing.Arxiv;

/// <summary>Counts requests, their spacing and what ran at once.</summary>
public sealed class ArxivTraffic
{
    private readonly Lock _gate = new();
    private readonly List<ArxivArrival> _arrivals = [];
    private readonly List<(int Count, TaskCompletionSource Reached)> _watchers = [];
    private int _requests;
    private int _connections;

    /// <summary>Every request, in the order of arrival.</summary>
    public IReadOnlyList<ArxivArrival> Arrivals
    {
        get
        {
            lock (_gate)
                return [.. _arrivals];
        }
    }

    /// <summary>The shortest time between two arrivals; null with fewer than two.</summary>
    public TimeSpan? SmallestSpacing
    {
        get
        {
            var all = Arrivals;
            return all.Count < 2 ? null : all.Zip(all.Skip(1), (a, b) => b.At - a.At).Min();
        }
    }

    /// <summary>The most requests that were under way at once.</summary>
    public int MostRequests { get; private set; }

    /// <summary>The most connections that were open at once.</summary>
    public int MostConnections { get; private set; }

    /// <summary>Completes once so many requests have arrived.</summary>
    public Task WhenArrived(int count)
    {
        lock (_gate)
        {
            if (_arrivals.Count >= count)
                return Task.CompletedTask;
            var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _watchers.Add((count, reached));
            return reached.Task;
        }
    }

    internal void Began(ArxivArrival arrival)
    {
        lock (_gate)
        {
            _arrivals.Add(arrival);
            MostRequests = Math.Max(MostRequests, ++_requests);
            foreach (var (count, reached) in _watchers)
            {
                if (_arrivals.Count >= count)
                    reached.TrySetResult();
            }
        }
    }

    internal void Ended()
    {
        lock (_gate)
            _requests--;
    }

    internal void Opened()
    {
        lock (_gate)
            MostConnections = Math.Max(MostConnections, ++_connections);
    }

    internal void Closed()
    {
        lock (_gate)
            _connections--;
    }
}
