using PaperBot.Core.Progress;

namespace PaperBot.Platforms.Answering;

/// <summary>Passes progress on and remembers the last, so that it can be shown again with more time gone by.</summary>
internal sealed class LatestProgress(IProgressSink next) : IProgressSink
{
    private ProgressUpdate? _last;

    /// <summary>What is being done; the answer so far is no line.</summary>
    public ProgressUpdate? Line => Volatile.Read(ref _last) is ProgressUpdate.Partial ? null : _last;

    public void Report(ProgressUpdate update)
    {
        Volatile.Write(ref _last, update);
        next.Report(update);
    }

    /// <summary>Shows the last once more; before the first, that it is being worked on.</summary>
    public void Again() =>
        next.Report(Volatile.Read(ref _last) ?? new ProgressUpdate.Stage(Core.Texts.Message.Of("progress.working")));
}
