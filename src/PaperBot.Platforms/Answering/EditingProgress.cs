using System.Threading.Channels;
using PaperBot.Core.Progress;
using PaperBot.Platforms.Progress;

namespace PaperBot.Platforms.Answering;

/// <summary>
/// Shows progress by edits of what stands already, the newest only and at most one in a while. Ends before the answer is
/// shown, so that no edit comes after it.
/// </summary>
internal sealed class EditingProgress : IProgressSink, IAsyncDisposable
{
    private readonly Channel<bool> _news = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    private readonly ProgressState _state = new();
    private readonly CancellationTokenSource _end = new();
    private readonly Func<ProgressUpdate?, string?, CancellationToken, Task<bool>> _show;
    private readonly TimeSpan _pace;
    private readonly TimeProvider _time;
    private readonly Task _showing;
    private bool _ended;

    /// <param name="show">Shows a step and what there is of an answer; false when showing has no sense any more.</param>
    /// <param name="pace">The time between two edits, and before the first.</param>
    /// <param name="time">The clock.</param>
    public EditingProgress(
        Func<ProgressUpdate?, string?, CancellationToken, Task<bool>> show,
        TimeSpan pace,
        TimeProvider time
    )
    {
        (_show, _pace, _time) = (show, pace, time);
        _showing = ShowAsync(_end.Token);
    }

    /// <summary>Whether anything was shown.</summary>
    public bool HasShown { get; private set; }

    public void Report(ProgressUpdate update)
    {
        _state.Report(update);
        _news.Writer.TryWrite(true);
    }

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
            do
            {
                await Task.Delay(_pace, _time, cancellationToken);
                await _news.Reader.ReadAsync(cancellationToken);
                HasShown = true;
            }
            // An edit that has begun is waited for: cut off, it could still arrive after the answer.
            while (await ShowNowAsync());
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The answer is there.
        }
    }

    private Task<bool> ShowNowAsync()
    {
        var (_, step, partial) = _state.Read();
        return _show(step, partial, CancellationToken.None);
    }
}
