using System.Threading.Channels;
using PaperBot.Core.Progress;

namespace PaperBot.Testing.Progress;

/// <summary>Keeps what a waiting person was told.</summary>
public sealed class RecordingProgress : IProgressSink
{
    private readonly Channel<ProgressUpdate> _updates = Channel.CreateUnbounded<ProgressUpdate>();

    public void Report(ProgressUpdate update) => _updates.Writer.TryWrite(update);

    /// <summary>The next update, when it comes.</summary>
    public ValueTask<ProgressUpdate> NextAsync(CancellationToken cancellationToken) =>
        _updates.Reader.ReadAsync(cancellationToken);

    /// <summary>True when something was told that was not read.</summary>
    public bool HasMore => _updates.Reader.TryPeek(out _);
}
