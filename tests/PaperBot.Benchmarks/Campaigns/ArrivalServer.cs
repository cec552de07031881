using PaperBot.Testing.Http;

namespace PaperBot.Benchmarks.Campaigns;

/// <summary>Answers every request after some milliseconds and writes down when it came and how many were there at once.</summary>
internal sealed class ArrivalServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly TimeProvider _time;
    private readonly Random _random;
    private readonly Lock _gate = new();
    private readonly List<long> _arrivals = [];
    private int _atOnce;

    public ArrivalServer(TimeProvider time, Random random)
    {
        _time = time;
        _random = random;
        _server = new(ServeAsync);
    }

    public int Port => _server.Port;

    public int MostAtOnce { get; private set; }

    /// <summary>Timestamps.</summary>
    public IReadOnlyList<long> Arrivals
    {
        get
        {
            lock (_gate)
                return [.. _arrivals];
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(Stream client, CancellationToken cancellationToken)
    {
        while (await HttpText.ReadHeadAsync(client, cancellationToken) is not null)
        {
            TimeSpan latency;
            lock (_gate)
            {
                _arrivals.Add(_time.GetTimestamp());
                MostAtOnce = Math.Max(MostAtOnce, ++_atOnce);
                latency = TimeSpan.FromMilliseconds(_random.Next(60));
            }

            try
            {
                await Task.Delay(latency, _time, cancellationToken);
            }
            finally
            {
                lock (_gate)
                    _atOnce--;
            }

            await client.WriteAsync(HttpText.Answer("answer"), cancellationToken);
        }
    }
}
