using System.Threading.Channels;
using PaperBot.Platforms.WeChat.WeCom.Connection;
using PaperBot.Testing.WeChat.WeCom;

namespace PaperBot.Tests.Platforms.WeChat.WeCom;

/// <summary>Connects to the simulated WeCom in this process, without a network.</summary>
internal sealed class SimulatedDialer(WeComSimulator simulator) : IWeComDialer
{
    /// <summary>How often somebody dialled.</summary>
    public int Dialled { get; private set; }

    public Task<IWeComSocket> DialAsync(Uri url, CancellationToken cancellationToken)
    {
        Dialled++;
        return simulator.Faults.Unreachable
            ? Task.FromException<IWeComSocket>(new IOException("unreachable"))
            : Task.FromResult<IWeComSocket>(new Socket(simulator));
    }

    private sealed class Socket : IWeComSocket, IWeComPeer
    {
        private readonly Channel<string> _texts = Channel.CreateUnbounded<string>();
        private readonly WeComSession _session;
        private volatile bool _isOver;

        public Socket(WeComSimulator simulator) => _session = simulator.Open(this);

        public Task SendAsync(string text, CancellationToken cancellationToken)
        {
            if (_isOver)
                return Task.FromException(new IOException("broken"));
            _session.Receive(text);
            return Task.CompletedTask;
        }

        public async Task<string?> ReceiveAsync(CancellationToken cancellationToken)
        {
            while (await _texts.Reader.WaitToReadAsync(cancellationToken))
                if (_texts.Reader.TryRead(out var text))
                    return text;
            return null;
        }

        public void Send(string json) => _texts.Writer.TryWrite(json);

        public void Close() => Abort();

        public void Abort()
        {
            _isOver = true;
            _texts.Writer.TryComplete();
        }

        public ValueTask DisposeAsync()
        {
            Abort();
            _session.Gone();
            return ValueTask.CompletedTask;
        }
    }
}
