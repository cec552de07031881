using PaperBot.Core.Papers;

namespace PaperBot.Upstreams.Arxiv;

/// <summary>Remembers which papers arXiv counted and left out; a second time is taken for "not found".</summary>
internal sealed class EmptyAnswers
{
    private const int Most = 10_000;

    private readonly Lock _gate = new();
    private readonly HashSet<ArxivId> _once = [];

    /// <summary>True the first time; the second time clears it.</summary>
    public bool IsFirst(ArxivId id)
    {
        lock (_gate)
        {
            if (_once.Remove(id))
                return false;
            if (_once.Count >= Most)
                _once.Clear();
            return _once.Add(id);
        }
    }

    /// <summary>It came.</summary>
    public void Forget(ArxivId id)
    {
        lock (_gate)
            _once.Remove(id);
    }
}
