using PaperBot.Core.Commands;
using PaperBot.Core.Progress;

namespace PaperBot.Handlers.Routing.Running;

/// <summary>A request that is being answered; it remembers what was last said about its place in the queue.</summary>
internal sealed class Run(Incoming incoming, RunKey? key, TimeProvider time) : IProgressSink
{
    private volatile Seen? _last;
    private volatile bool _isTaken;

    public Incoming Incoming { get; } = incoming;

    /// <summary>True once it is known to be this process's to answer: not an event that was taken before.</summary>
    public bool IsTaken
    {
        get => _isTaken;
        set => _isTaken = value;
    }

    /// <summary>Null: nobody joins this one.</summary>
    public RunKey? Key { get; } = key;

    /// <summary>Where it stands in a queue, with what is left of the expected wait; null when it is not known.</summary>
    public ProgressUpdate.Queued? Queued
    {
        get
        {
            if (_last is not var (update, at))
                return null;
            var left = update.ExpectedWait - time.GetElapsedTime(at);
            return update with { ExpectedWait = left < TimeSpan.Zero ? TimeSpan.Zero : left };
        }
    }

    public void Report(ProgressUpdate update)
    {
        _last = update is ProgressUpdate.Queued queued ? new(queued, time.GetTimestamp()) : null;
        Incoming.Progress.Report(update);
    }

    private sealed record Seen(ProgressUpdate.Queued Update, long At);
}
