using System.Threading.Channels;
using PaperBot.Core.Identity;

namespace PaperBot.Platforms.Web.Chat;

/// <summary>One page that looks at a chat.</summary>
internal sealed class ChatWatcher(ConversationId chat, ChatHub hub) : IDisposable
{
    private readonly Channel<bool> _signals = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );

    public ConversationId Chat { get; } = chat;

    public void Signal() => _signals.Writer.TryWrite(true);

    /// <summary>Waits until something has changed since the last call, at most for a while.</summary>
    public async Task WaitAsync(TimeSpan most, TimeProvider time, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(most, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            await _signals.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing happened.
        }
    }

    public void Dispose() => hub.Unwatch(this);
}
