using PaperBot.Search.Index;

namespace PaperBot.Search.Feeding;

/// <summary>
/// One index with what it follows. Catching up is the normal path, at the start, after a crash and before every
/// search: what lies behind the watermark is read in batches, and each batch and its number go in together.
/// </summary>
internal sealed class IndexFeed(IChangeSource source, Func<string, string> pathOf, TimeProvider time) : IDisposable
{
    private const int Batch = 500;

    private readonly SemaphoreSlim _one = new(1);
    private readonly Lazy<FtsIndex> _index = new(() => new(pathOf($"{source.Name}.index")));

    public FtsIndex Index => _index.Value;

    /// <summary>Takes in what changed.</summary>
    /// <param name="limit">For so long; null: to the end.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>True when nothing is left.</returns>
    public async Task<bool> CatchUpAsync(TimeSpan? limit, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        var last = await source.LastChangeAsync(cancellationToken);
        if (Index.LastChange == last)
            return true;
        if (!await _one.WaitAsync(limit ?? Timeout.InfiniteTimeSpan, cancellationToken))
            return false;
        try
        {
            // The database was put back to an earlier state: what is indexed may never have been.
            if (Index.LastChange > last)
                Index.Clear();
            while (Index.LastChange is var after && after < last)
            {
                if (limit is not null && time.GetElapsedTime(began) > limit)
                    return false;
                var changes = await source.ChangesAsync(after, Batch, cancellationToken);
                if (changes.Count == 0)
                    return true;
                Index.Apply(
                    [.. changes.Select(change => change.Document).OfType<IndexedDocument>()],
                    [.. changes.Where(change => change.Document is null).Select(change => change.Key)],
                    changes[^1].Number
                );
            }
            return true;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <summary>Builds the index anew.</summary>
    public async Task RebuildAsync(CancellationToken cancellationToken)
    {
        Index.Clear();
        await CatchUpAsync(null, cancellationToken);
        Index.Optimize();
    }

    public void Dispose()
    {
        if (_index.IsValueCreated)
            _index.Value.Dispose();
        _one.Dispose();
    }
}
