namespace PaperBot.Testing.Http;

/// <summary>An HTTP/1.1 server that answers each request's head with some bytes, and keeps connections open.</summary>
public sealed class TinyHttpServer : IAsyncDisposable
{
    private readonly LoopbackServer _server;
    private readonly Func<string, ReadOnlyMemory<byte>> _answer;
    private readonly Lock _gate = new();
    private readonly List<string> _heads = [];

    /// <param name="answer">Gives the whole answer to a request's head.</param>
    public TinyHttpServer(Func<string, ReadOnlyMemory<byte>> answer)
    {
        _answer = answer;
        _server = new(ServeAsync);
    }

    public int Port => _server.Port;

    public int Connected => _server.Connected;

    public Uri Address => new($"http://127.0.0.1:{Port}/");

    public IReadOnlyList<string> Heads
    {
        get
        {
            lock (_gate)
                return [.. _heads];
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task ServeAsync(Stream client, CancellationToken cancellationToken)
    {
        while (await HttpText.ReadHeadAsync(client, cancellationToken) is { } head)
        {
            lock (_gate)
                _heads.Add(head);
            await client.WriteAsync(_answer(head), cancellationToken);
        }
    }
}
