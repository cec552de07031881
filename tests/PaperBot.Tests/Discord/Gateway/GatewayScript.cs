using System.Collections.Concurrent;
using PaperBot.Discord.Gateway;

namespace PaperBot.Tests.Discord.Gateway;

/// <summary>The gateway's side of a test: connections in the order in which they must come, each with its steps.</summary>
internal sealed class GatewayScript(TimeProvider clock) : IGatewayConnector
{
    private readonly ConcurrentQueue<ScriptedConnection> _expected = new();
    private readonly List<Uri> _addresses = [];
    private readonly List<ScriptedConnection> _opened = [];

    /// <summary>Where the client connected to, failures included.</summary>
    public IReadOnlyList<Uri> Addresses
    {
        get
        {
            lock (_addresses)
                return [.. _addresses];
        }
    }

    /// <summary>Nothing happens on any connection until time moves.</summary>
    public bool IsIdle
    {
        get
        {
            lock (_addresses)
                return _addresses.Count > 0 && _opened.TrueForAll(connection => connection.IsIdle);
        }
    }

    /// <summary>While set, nothing can be reached.</summary>
    public bool Unreachable { get; set; }

    /// <summary>The next connection; the steps follow on what is returned.</summary>
    public ScriptedConnection ExpectConnect()
    {
        var connection = new ScriptedConnection(clock);
        _expected.Enqueue(connection);
        return connection;
    }

    public ValueTask<IGatewaySocket> ConnectAsync(Uri address, CancellationToken cancellationToken)
    {
        lock (_addresses)
            _addresses.Add(address);
        if (Unreachable)
            throw new IOException("No such host.");
        if (!_expected.TryDequeue(out var connection))
            throw new IOException("The script expects no further connection.");
        lock (_addresses)
            _opened.Add(connection);
        connection.Open();
        return ValueTask.FromResult<IGatewaySocket>(connection);
    }
}
