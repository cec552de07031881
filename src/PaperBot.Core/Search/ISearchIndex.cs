namespace PaperBot.Core.Search;

/// <summary>The full-text index as a whole: derived data of this process's machine.</summary>
public interface ISearchIndex
{
    /// <summary>Empties the index and builds it again from what is stored.</summary>
    /// <returns>What is in it afterwards.</returns>
    Task<SearchIndexSize> RebuildAsync(CancellationToken cancellationToken);
}
