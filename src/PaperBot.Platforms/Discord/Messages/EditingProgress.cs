using System.Threading.Channels;
using PaperBot.Core.Progress;

namespace PaperBot.Platforms.Discord.Messages;

/// <summary>
/// Shows progress by edits, the newest only and at most one every <see cref="Pace"/>: Discord allows about five edits of
/// a message in five seconds. Ends before the answer is shown, so that no edit comes after it.
/// </summary>
internal sealed class EditingProgress : IProgressSink, IAsyncDisposable
{
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1.5);

    private readonly Channel<ProgressUpdate> _updates = Channel.CreateBounded<ProgressUpdate>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest }
    );
    private readonly CancellationTokenSource _end = new();
    private readonly Func<ProgressUpdate, CancellationToken, Task<bool>> _show;
    private readonly TimeProvider _time;
    private readonly Task _showing;
    private bool _ended;

    /// <param name="show">Shows an update; false when showing has no sense any more.</param>
    /// <param name="time">The clock.</param>
    public EditingProgress(Func<ProgressUpdate, CancellationToken, Task<bool>> show, TimeProvider time)
    {
        (_show, _time) = (show, time);
        _showing = ShowAsync(_end.Token);
    }

    public void Report(ProgressUpdate update) => _updates.Writer.TryWrite(update);

    public async ValueTask DisposeAsync()
    {
        if (_ended)
            return;
        _ended = true;
        await _end.CancelAsync();
        await _showing;
        _end.Dispose();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        try
        {
            do await Task.Delay(Pace, _time, cancellationToken);
            // An edit that has begun is waited for: cut off, it could still arrive after the answer.
            while (await _show(await _updates.Reader.ReadAsync(cancellationToken), CancellationToken.None));
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The answer is there.
        }
    }
}
