namespace PaperBot.Core.Papers;

/// <summary>One page of a search.</summary>
/// <param name="Papers">In order.</param>
/// <param name="Total">How many there are over all pages, as the source says.</param>
public sealed record PaperList(IReadOnlyList<StoredPaper> Papers, int Total)
{
    /// <summary>True when only the store was searched, because arXiv does not answer: the reply says so.</summary>
    public bool OnlyStored { get; init; }
}
