using PaperBot.Core.Progress;

namespace PaperBot.Platforms.Progress;

/// <summary>What is known of a request that is being answered: the step it is at, and what there is of the answer.</summary>
internal sealed class ProgressState
{
    private readonly Lock _gate = new();
    private ProgressUpdate? _step;
    private string? _partial;
    private long _version = 1;

    public void Report(ProgressUpdate update)
    {
        lock (_gate)
        {
            if (update is ProgressUpdate.Partial partial)
                _partial = partial.Markdown;
            else
                _step = update;
            _version++;
        }
    }

    /// <summary>What is known now; the version grows with every report.</summary>
    public (long Version, ProgressUpdate? Step, string? Partial) Read()
    {
        lock (_gate)
            return (_version, _step, _partial);
    }
}
