using System.Text.Json.Nodes;

namespace PaperBot.Platforms.WeChat.WeCom.Connection;

/// <summary>
/// The way to WeCom, whichever connection stands just now. Calls under one request id go one after another, each
/// acknowledged before the next.
/// </summary>
internal sealed class WeComLink
{
    private readonly Dictionary<string, Line> _lines = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private TaskCompletionSource _up = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WeComConnection? _connection;

    /// <summary>Whether another instance took the bot's place; nothing goes out any more.</summary>
    public bool IsDisplaced { get; private set; }

    public bool IsUp
    {
        get
        {
            lock (_gate)
                return _connection is not null;
        }
    }

    public void Open(WeComConnection connection)
    {
        lock (_gate)
        {
            _connection = connection;
            _up.TrySetResult();
        }
    }

    public void Close(bool displaced = false)
    {
        lock (_gate)
        {
            IsDisplaced |= displaced;
            if (_connection is null)
                return;
            _connection = null;
            _up = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    /// <summary>Completes when a connection stands.</summary>
    public Task UpAsync(CancellationToken cancellationToken)
    {
        lock (_gate)
            return _up.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Sends something of the bot's own.</summary>
    /// <exception cref="WeComLostException">It could not be sent, or was not confirmed.</exception>
    public async Task<WeComFrame> CallAsync(string command, JsonObject body, CancellationToken cancellationToken)
    {
        var connection = Current();
        return await connection.CallAsync(command, connection.NextId(command), body, cancellationToken);
    }

    /// <summary>Answers a request of the platform's.</summary>
    /// <exception cref="WeComLostException">It could not be sent, or was not confirmed.</exception>
    public async Task<WeComFrame> AnswerAsync(
        string command,
        string requestId,
        JsonObject body,
        CancellationToken cancellationToken
    )
    {
        var line = Enter(requestId);
        try
        {
            await line.Turn.WaitAsync(cancellationToken);
            try
            {
                return await Current().CallAsync(command, requestId, body, cancellationToken);
            }
            finally
            {
                line.Turn.Release();
            }
        }
        finally
        {
            Leave(requestId, line);
        }
    }

    private WeComConnection Current()
    {
        lock (_gate)
            return _connection ?? throw new WeComLostException(wasSent: false);
    }

    private Line Enter(string requestId)
    {
        lock (_lines)
        {
            if (!_lines.TryGetValue(requestId, out var line))
                _lines[requestId] = line = new Line();
            line.Count++;
            return line;
        }
    }

    private void Leave(string requestId, Line line)
    {
        lock (_lines)
        {
            if (--line.Count > 0)
                return;
            _lines.Remove(requestId);
            line.Turn.Dispose();
        }
    }

    private sealed class Line
    {
        public SemaphoreSlim Turn { get; } = new(1);

        public int Count { get; set; }
    }
}
