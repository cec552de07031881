namespace PaperBot.Search.Feeding;

/// <summary>What an index follows.</summary>
internal interface IChangeSource
{
    /// <summary>The name of the index's file.</summary>
    string Name { get; }

    Task<IReadOnlyList<IndexChange>> ChangesAsync(long after, int most, CancellationToken cancellationToken);

    Task<long> LastChangeAsync(CancellationToken cancellationToken);
}
