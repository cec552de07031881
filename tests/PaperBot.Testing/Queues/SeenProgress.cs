using PaperBot.Core.Progress;

namespace PaperBot.Testing.Queues;

internal sealed class SeenProgress : IProgressSink
{
    private readonly Lock _gate = new();
    private readonly List<ProgressUpdate> _updates = [];

    public IReadOnlyList<ProgressUpdate> Updates
    {
        get
        {
            lock (_gate)
                return [.. _updates];
        }
    }

    public IEnumerable<ProgressUpdate.Queued> Queued => Updates.OfType<ProgressUpdate.Queued>();

    public IEnumerable<string> Partials => Updates.OfType<ProgressUpdate.Partial>().Select(partial => partial.Markdown);

    public void Report(ProgressUpdate update)
    {
        lock (_gate)
            _updates.Add(update);
    }
}
